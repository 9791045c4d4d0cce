import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { ReleasedTerms } from '#schemas/release.ts'
import { readTermsQuestions } from '../terms-of-reference/terms-question.server.ts'

const Both = z.object({ nl: z.string(), en: z.string() })
const NodeRow = z.object({ key: z.string(), parentKey: z.string().nullable(), number: z.string(), title: Both })
const Answer = z.object({ key: z.string(), number: z.string() })

/**
 * The terms of reference a report answers, as they go with a release of it: whole, with every difference from the standard and its reason (SR-02,
 * SR-27), and who asked as an organisation.
 * @param sectionIds the sections of this release, to say where each question is answered.
 */
export async function freezeTerms(tx: Queryable, reportId: string, sectionIds: readonly string[]): Promise<ReleasedTerms> {
  const [terms] = await tx`
    select terms.id, period_from as "from", period_to as "to", standard.version, standard.title_nl as nl, standard.title_en as en,
      (handed_over_at at time zone 'Europe/Amsterdam')::date as "handedOverOn", (accepted_at at time zone 'Europe/Amsterdam')::date as "acceptedOn"
    from terms_of_reference terms join standard_terms standard on standard.id = terms.standard_id
    where terms.id = (select terms_id from report where id = ${reportId})`
  const { id, from, to, version, nl, en, handedOverOn, acceptedOn } = terms!
  const nodes = z.array(NodeRow).parse(
    await tx`
    select node.key, parent.key as "parentKey", node.number, json_build_object('nl', node.title_nl, 'en', node.title_en) as title
    from terms_node node left join terms_node parent on parent.id = node.parent_id
    where node.terms_id = ${id} order by string_to_array(node.number, '.')::int[]`,
  )
  const questions = await readTermsQuestions(tx, id as string)
  const answers = z.array(Answer).parse(
    await tx`
    select question.key, section.number from section_question
    join section on section.id = section_question.section_id
    join terms_question question on question.id = section_question.question_id
    where section.id = any(${[...sectionIds]}::uuid[]) order by string_to_array(section.number, '.')::int[]`,
  )
  const names = await organisations(tx)
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const sections = nodes.flatMap((node) => {
    const own = questions.filter((question) => question.nodeKey === node.key)
    if (own.length === 0) return []
    const above = node.parentKey === null ? undefined : byKey.get(node.parentKey)
    return [
      {
        number: node.number,
        title: node.title,
        path: above ? [{ number: above.number, title: above.title }] : [],
        questions: own.map((question, index) => ({
          key: question.key,
          number: `${node.number}.${index + 1}`,
          kind: question.kind,
          mandatory: question.mandatory,
          themes: question.themes,
          state: question.state,
          wording: { nl: question.wordingNl, en: question.wordingEn },
          standardWording:
            question.state === 'reworded' ? { nl: question.standardWordingNl ?? '', en: question.standardWordingEn ?? '' } : null,
          askedBy: question.askedBy.map((code) => names.get(code) ?? { code, nl: code, en: code }),
          reason: question.reason,
          answeredIn: answers.filter((answer) => answer.key === question.key).map((answer) => answer.number),
        })),
      },
    ]
  })
  return ReleasedTerms.parse({
    standard: { version, title: { nl, en } },
    period: { from, to },
    handedOverOn,
    acceptedOn,
    sections,
  })
}

async function organisations(tx: Queryable) {
  const rows = await tx<{ code: string; nl: string; en: string }[]>`select code, name_nl as nl, name_en as en from organisation`
  return new Map(rows.map((row) => [row.code, { ...row }]))
}
