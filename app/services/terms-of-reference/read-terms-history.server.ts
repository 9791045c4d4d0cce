import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Day } from '#schemas/values.ts'
import { QuestionKind, QuestionState, TermsChangeKind, Theme } from '#schemas/vocabulary.ts'
import { questionNumbers } from './terms-question.server.ts'

/** What a change knows of a question, of the plan or of the terms themselves; only what it was about. */
const Known = z.object({
  state: QuestionState.optional(),
  reason: z.string().nullable().optional(),
  wordingNl: z.string().optional(),
  wordingEn: z.string().optional(),
  kind: QuestionKind.optional(),
  themes: z.array(Theme).optional(),
  askedBy: z.array(z.string()).optional(),
  nodeKey: z.string().optional(),
  turn: z.number().int().optional(),
  questionKeys: z.array(z.string()).optional(),
  /** Planned days by milestone; `start` is where the lead time begins. */
  dates: z.record(z.string(), Day).optional(),
})

const TermsChange = z.object({
  id: z.number().int(),
  at: z.date(),
  /** Null only for what came before the history was kept and had no account. */
  by: z.string().nullable(),
  kind: TermsChangeKind,
  questionKey: z.string().nullable(),
  /** The question's number where it still stands, as on the page. */
  number: z.string().nullable(),
  reason: z.string().nullable(),
  before: Known.nullable(),
  after: Known.nullable(),
})
export type TermsChange = z.infer<typeof TermsChange>

/** How many changes a page shows at most. */
const limit = 400

/**
 * What happened to terms of reference, newest first: who, when, why, what it was and what it became. Marks that Foreign Affairs has not returned
 * are its own and left out for others.
 * @param questionKey only of this question. @param kind only of this kind. @param marks whether to give Foreign Affairs' own marks too.
 */
export async function readTermsHistory(
  { sql }: Pick<UseCase, 'sql'>,
  termsId: string,
  { questionKey = null, kind = null, marks }: { questionKey?: string | null; kind?: TermsChangeKind | null; marks: boolean },
): Promise<{ changes: TermsChange[]; total: number }> {
  const shown = sql`
    terms_change.terms_id = ${termsId} and (${questionKey}::text is null or question_key = ${questionKey})
    and (${kind}::text is null or terms_change.kind = ${kind})
    and (${marks} or terms_change.kind not in ('question-marked', 'question-unmarked'))`
  const [counted] = await sql`select count(*) as total from terms_change where ${shown}`
  const changes = z.array(TermsChange).parse(
    await sql`
    select terms_change.id, at, app_user.name as by, terms_change.kind, question_key as "questionKey", numbered.number, reason, before, after
    from terms_change
    left join app_user on app_user.id = actor_id
    left join (${questionNumbers(sql, termsId)}) numbered on numbered.key = question_key
    where ${shown} order by terms_change.id desc limit ${limit}`,
  )
  return { changes, total: counted!.total as number }
}
