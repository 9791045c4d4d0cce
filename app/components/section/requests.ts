import { EDITOR_VERSION } from '#editor/document/migrate.ts'
import type { SectionDocument } from '#schemas/document.ts'
import type { SaveAnswer } from './autosave.ts'

/** An answer that leads elsewhere is the sign-in page: the session has ended. */
const signedOut = (response: Response) => response.type === 'opaqueredirect' || response.status === 401

/** Sends a text to be saved. Never throws: no connection is an answer too. */
export async function sendDocument(
  sectionId: string,
  payload: { baseVersion: number; document: SectionDocument },
): Promise<SaveAnswer> {
  let response: Response
  try {
    response = await fetch(`/sections/${sectionId}/document`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...payload, editorVersion: EDITOR_VERSION }),
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    })
    if (signedOut(response)) return { kind: 'signed-out' }
    const answer = (await response.json()) as { version?: number; detail?: string; copyId?: string; code?: string }
    if (response.ok && answer.version !== undefined) return { kind: 'saved', version: answer.version }
    if (answer.detail === 'document-version' && answer.copyId) return { kind: 'conflict', copyId: answer.copyId }
    if (answer.detail === 'section-closed' && answer.copyId) return { kind: 'closed', copyId: answer.copyId }
    if (response.status === 403) return { kind: 'refused', detail: 'not-allowed' }
    if (response.status === 422 || response.status === 404) return { kind: 'refused', detail: answer.detail ?? 'other' }
    return { kind: 'unreachable' }
  } catch {
    return { kind: 'unreachable' }
  }
}

/** JSON of one of this site's own resources. @throws when it cannot be had, the session's end included. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, { redirect: 'manual', headers: { Accept: 'application/json' }, signal: signal ?? null })
  if (!response.ok) throw new Error(`answer ${response.status}`)
  return (await response.json()) as T
}

/** Posts JSON; 422 is an answer with what is wrong. @throws when there is no answer to show. */
export async function postJson<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual',
  })
  if (!response.ok && response.status !== 422) throw new Error(`answer ${response.status}`)
  return (await response.json()) as T
}

export const settleCopy = (sectionId: string, copyId: string) => postJson(`/sections/${sectionId}/copies/${copyId}`, {})
