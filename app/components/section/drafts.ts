import { SectionDocument } from '#schemas/document.ts'
import { z } from 'zod'

const Draft = z.object({ baseVersion: z.number().int(), document: SectionDocument, at: z.number() })
/** A text that this browser kept because the server did not have it yet. */
export type Draft = z.infer<typeof Draft>

/**
 * Unsent texts of one person in one section, in this browser. A private window or a full store keeps nothing; then `keep` says so.
 */
export function draftsOf(userId: string, sectionId: string) {
  const own = `herkomst.text.${userId}.${sectionId}`
  const left = `${own}.left`
  const read = <T>(key: string, schema: z.ZodType<T>): T | null => {
    try {
      const parsed = schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
      return parsed.success ? parsed.data : null
    } catch {
      return null
    }
  }
  const write = (key: string, value: unknown): boolean => {
    try {
      if (value === null) localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  }
  return {
    /** @returns false when this browser keeps nothing. */
    keep: (draft: Draft | null) => write(own, draft),
    /** What an earlier visit left behind. It is put aside first, so that typing does not write over it before it was looked at. */
    takeLeft: (): Draft[] => {
      const drafts = read(left, z.array(Draft)) ?? []
      const last = read(own, Draft)
      if (last && write(left, [last, ...drafts])) {
        write(own, null)
        return [last, ...drafts]
      }
      return drafts
    },
    /** The person has dealt with it. */
    settle: (at: number) => {
      const rest = (read(left, z.array(Draft)) ?? []).filter((draft) => draft.at !== at)
      write(left, rest.length > 0 ? rest : null)
    },
  }
}
