import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'

const Wording = z.object({
  key: z.string(),
  /** Its section's number and its own place in it: `3.9.2`. */
  number: z.string(),
  wordingNl: z.string(),
  wordingEn: z.string(),
})
export type Wording = z.infer<typeof Wording>

/** The wordings of a version of the standard, in order. @throws {DomainError} `not-found`. */
export async function readStandardWordings({ sql }: Pick<UseCase, 'sql'>, standardId: string | undefined) {
  if (!Id.safeParse(standardId).success) throw new DomainError('not-found')
  const [standard] = await sql`select version from standard_terms where id = ${standardId!}`
  if (!standard) throw new DomainError('not-found')
  const wordings = await sql`
    select question.key, node.number || '.' || row_number() over (partition by node.id order by question.position) as number,
      wording_nl as "wordingNl", wording_en as "wordingEn"
    from standard_question question join standard_node node on node.id = question.node_id
    where question.standard_id = ${standardId!} order by question.position, question.key`
  return { version: z.string().parse(standard.version), wordings: z.array(Wording).parse(wordings) }
}

/** The wordings that a country is asked, in order: dropped questions are left out. */
export async function readTermsWordings({ sql }: Pick<UseCase, 'sql'>, termsId: string): Promise<Wording[]> {
  return z.array(Wording).parse(
    (
      await sql`
      select question.key, question.state, node.number || '.' || row_number() over (partition by node.id order by question.position) as number,
        wording_nl as "wordingNl", wording_en as "wordingEn"
      from terms_question question join terms_node node on node.id = question.node_id
      where question.terms_id = ${termsId} order by question.position, question.key`
    ).filter((row) => row.state !== 'dropped'),
  )
}
