import { z } from 'zod'
import type { Pending } from '#editor/collaboration/co-writer.ts'
import { SectionDocument } from '#schemas/document.ts'

/**
 * Steps that the server does not have yet, in this browser: one record for each open page of a person in a section. A private window or a full
 * disk keeps nothing; then that is said.
 */
const Record = z.object({
  version: z.number().int(),
  editorVersion: z.number().int(),
  clientId: z.string(),
  steps: z.array(z.unknown()),
  at: z.number(),
})
/** A text of one's own that is to be kept beside the section, until the server has it. */
const Aside = z.object({ key: z.string(), baseVersion: z.number().int(), document: SectionDocument, at: z.number() })
export type Aside = z.infer<typeof Aside>

type StoreName = 'pending' | 'aside'
const prefix = (userId: string, sectionId: string) => `${userId}/${sectionId}/`

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'))
  })
}

let opening: Promise<IDBDatabase> | undefined
async function store(name: StoreName, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  opening ??= (() => {
    const request = indexedDB.open('herkomst', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('pending')
      request.result.createObjectStore('aside')
    }
    return settled(request)
  })()
  // A database that would not open is tried again.
  opening.catch(() => (opening = undefined))
  return (await opening).transaction(name, mode, { durability: 'strict' }).objectStore(name)
}

const write = async (name: StoreName, key: string, value: unknown): Promise<void> => {
  const values = await store(name, 'readwrite')
  await (value === null ? settled(values.delete(key)) : settled(values.put(value, key)))
}

async function all<T extends { at: number }>(name: StoreName, from: string, schema: z.ZodType<T>): Promise<T[]> {
  try {
    const records = await settled<unknown[]>((await store(name, 'readonly')).getAll(IDBKeyRange.bound(from, `${from}\uffff`)))
    return records.flatMap((record) => schema.safeParse(record).data ?? []).sort((a, b) => a.at - b.at)
  } catch {
    return []
  }
}

/** Keeps one page's unsent steps, always the newest, one write at a time. @param onKept hears whether this browser keeps them. */
export function pendingStore(userId: string, sectionId: string, clientId: string, onKept: (kept: boolean) => void) {
  const key = prefix(userId, sectionId) + clientId
  let next: { pending: Pending | null } | undefined
  let writing = false
  const work = async () => {
    writing = true
    while (next) {
      const { pending } = next
      next = undefined
      await write('pending', key, pending).then(
        () => onKept(true),
        () => onKept(false),
      )
    }
    writing = false
  }
  return {
    keep: (pending: Pending | null): void => {
      next = { pending }
      if (!writing) void work()
    },
  }
}

/** What pages that are no longer open left behind in a section, oldest first. Nothing where the browser keeps nothing. */
export const leftBehind = (userId: string, sectionId: string): Promise<Pending[]> =>
  all('pending', prefix(userId, sectionId), Record)

/** It was sent, or its writer has dealt with it. */
export const forget = (userId: string, sectionId: string, clientId: string): Promise<void> =>
  write('pending', prefix(userId, sectionId) + clientId, null).catch(() => {})

/** Texts that are to be kept beside a section, as far as the server does not have them yet. */
export const asidesOf = (userId: string, sectionId: string) => ({
  keep: (aside: Omit<Aside, 'at'>): Promise<void> =>
    write('aside', prefix(userId, sectionId) + aside.key, { ...aside, at: Date.now() }).catch(() => {}),
  left: (): Promise<Aside[]> => all('aside', prefix(userId, sectionId), Aside),
  forget: (key: string): Promise<void> => write('aside', prefix(userId, sectionId) + key, null).catch(() => {}),
})

const lockOf = (clientId: string) => `herkomst/${clientId}`

/** Holds this page's name while it is open, so that another page of the same person does not take its steps for left behind. */
export function holdPage(clientId: string): void {
  if ('locks' in navigator) void navigator.locks.request(lockOf(clientId), () => new Promise(() => {}))
}

/** Runs `work` for a page that is no longer open; for one that is, nothing. Where the browser cannot tell, a minute's silence must do. */
export async function ifClosed(pending: Pending, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return Date.now() - pending.at > 60_000 ? work() : undefined
  await navigator.locks.request(lockOf(pending.clientId), { ifAvailable: true }, (lock) => (lock ? work() : undefined))
}
