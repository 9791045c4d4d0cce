import type { Colleague } from '#app/services/comments/list-colleagues.server.ts'

/** Where a thread stands and who can be named in it. */
export type ThreadPlace = {
  sectionId: string
  /** The page its forms lead back to. */
  from: 'section' | 'review'
  colleagues: readonly Colleague[]
  userId: string
}
