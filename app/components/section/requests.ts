import type { SendAnswer } from '#editor/collaboration/co-writer.ts'
import type { Missed, Presence, SentSteps } from '#editor/collaboration/protocol.ts'
import type { SectionDocument } from '#schemas/document.ts'

/** An answer that leads elsewhere is the sign-in page: the session has ended. */
const signedOut = (response: Response) => response.type === 'opaqueredirect' || response.status === 401

/** Sends steps to be taken. Never throws: no connection is an answer too. */
export async function sendSteps(sectionId: string, steps: SentSteps): Promise<SendAnswer> {
  try {
    const response = await post(`/sections/${sectionId}/steps`, steps, AbortSignal.timeout(30_000))
    if (signedOut(response)) return { kind: 'signed-out' }
    if (response.status === 403) return { kind: 'refused', detail: 'not-allowed' }
    const answer = (await response.json()) as { version?: number; missed?: Missed; detail?: string }
    if (response.ok && answer.version !== undefined) return { kind: 'taken', version: answer.version }
    if (response.ok && answer.missed) return { kind: 'behind', missed: answer.missed }
    if (answer.detail === 'section-closed') return { kind: 'closed' }
    if (answer.detail === 'editor-version') return { kind: 'outdated' }
    if (response.status === 422 || response.status === 404) return { kind: 'refused', detail: answer.detail ?? 'other' }
    return { kind: 'unreachable' }
  } catch {
    return { kind: 'unreachable' }
  }
}

/** The steps after a version. @throws when they cannot be had. */
export const getMissed = (sectionId: string, since: number): Promise<Missed> =>
  getJson<Missed>(`/sections/${sectionId}/steps?since=${since}`)

/** The text at a version. @throws when it cannot be had. */
export const getText = (sectionId: string, version: number) =>
  getJson<{ version: number; document: SectionDocument }>(`/sections/${sectionId}/document?version=${version}`)

/** Tells colleagues where one is; it does not matter when it fails. */
export function sendPresence(sectionId: string, presence: Presence & { gone?: boolean }): void {
  void fetch(`/sections/${sectionId}/presence`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(presence),
    redirect: 'manual',
    keepalive: true,
  }).catch(() => {})
}

/** JSON of one of this site's own resources. @throws when it cannot be had, the session's end included. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, { redirect: 'manual', headers: { Accept: 'application/json' }, signal: signal ?? null })
  if (!response.ok) throw new Error(`answer ${response.status}`)
  return (await response.json()) as T
}

/** Posts JSON; 422 is an answer with what is wrong. @throws when there is no answer to show. */
export async function postJson<T>(path: string, body: unknown): Promise<T> {
  const response = await post(path, body)
  if (!response.ok && response.status !== 422) throw new Error(`answer ${response.status}`)
  return (await response.json()) as T
}

const post = (path: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: signal ?? null,
  })

/** Keeps a text beside the section, at the server. @throws when it did not succeed. */
export async function keepCopy(sectionId: string, copy: { baseVersion: number; document: SectionDocument }): Promise<string> {
  const { copyId } = await postJson<{ copyId?: string }>(`/sections/${sectionId}/copies`, copy)
  if (!copyId) throw new Error('not kept')
  return copyId
}

export const settleCopy = (sectionId: string, copyId: string) => postJson(`/sections/${sectionId}/copies/${copyId}`, {})

/** Signs the person in again who opened this page. Never throws: what went wrong is an answer. */
export async function signInAgain(person: string, password: string): Promise<'done' | 'wrong' | 'tooMany' | 'unreachable'> {
  try {
    const response = await post('/session/again', { person, password })
    if (response.ok) return 'done'
    if (response.status === 429) return 'tooMany'
    return response.status === 422 ? 'wrong' : 'unreachable'
  } catch {
    return 'unreachable'
  }
}
