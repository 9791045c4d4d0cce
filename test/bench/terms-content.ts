import { today } from '#app/platform/today.ts'
import type { Installation } from '#app/platform/context.server.ts'
import { actorByEmail } from '#app/services/accounts/actor-by-email.server.ts'
import { shippedStandard } from '#app/services/standard-terms/ensure-standard.server.ts'
import { loadStandard } from '#app/services/standard-terms/load-standard.server.ts'
import { distilPoint } from '#app/services/consultations/distil-point.server.ts'
import { giveInput } from '#app/services/consultations/give-input.server.ts'
import { giverOfAccount } from '#app/services/consultations/giver.ts'
import { openConsultation } from '#app/services/consultations/open-consultation.server.ts'
import { giveProposal } from '#app/services/rounds/give-proposal.server.ts'
import { giverWithAccount } from '#app/services/rounds/giver.ts'
import { openRound } from '#app/services/rounds/open-round.server.ts'
import { readStandard, readStandardInForce } from '#app/services/standard-terms/read-standard.server.ts'
import { startDraft } from '#app/services/standard-terms/start-draft.server.ts'
import { createTerms } from '#app/services/terms-of-reference/create-terms.server.ts'
import type { StandardTermsFile } from '#schemas/standard-terms.ts'

export const versions = 40
export const questionsEach = 120
const proposals = 40
const points = 20

export type Filled = {
  /** The version in force, the draft that follows it, terms of reference that are in preparation, and a round about them. */
  inForce: string
  draft: string
  terms: string
  round: string
  /** Keys of the standard's questions. */
  questions: string[]
}

/** Brings the versions about through the real services: all but the last in force one after the other, the last a draft. */
export async function fillTerms({ sql, clock }: Pick<Installation, 'sql' | 'clock'>): Promise<Filled> {
  const policy = { sql, clock, actor: await actorByEmail(sql, 'beleid@demo.example'), origin: 'bench' }
  const [present] = await sql<{ count: number }[]>`select count(*) from standard_terms`
  for (let number = present!.count + 1; number < versions; number++) {
    await loadStandard(policy, version(`9.${String(number).padStart(2, '0')}`))
  }
  const inForce = (await readStandardInForce(policy))!.id
  const draft = await startDraft(policy, { fromId: inForce, version: '10.0', reason: 'Voor de meting van de snelheid.' })
  const period = { periodFrom: '2025-01-01', periodTo: '2025-12-31', dueOn: '2026-06-30' }
  const terms = await createTerms(policy, { standardId: inForce, countryCode: 'TCD', kind: 'general', ...period })
  const questions = (await readStandard(policy, inForce)).questions.map((question) => question.key)
  await fillConsultation({ sql, clock }, draft, questions)
  return { inForce, draft, terms, round: await fillRound({ sql, clock }, terms, questions), questions }
}

/** A round about the terms with forty proposals. */
async function fillRound({ sql, clock }: Pick<Installation, 'sql' | 'clock'>, termsId: string, questions: readonly string[]) {
  const policy = { sql, clock, actor: await actorByEmail(sql, 'beleid@demo.example'), origin: 'bench' }
  const contributor = { ...policy, actor: await actorByEmail(sql, 'inbrenger@demo.example') }
  const round = await openRound(policy, {
    termsId,
    request: 'Wat moet over dit land worden gevraagd?',
    closesOn: '2999-12-31',
    asked: [contributor.actor.organisation],
  })
  for (let number = 0; number < proposals; number++) {
    await giveProposal(contributor, round, giverWithAccount(contributor.actor), {
      kind: 'wording',
      questionKey: questions[number % 20]!,
      wordingNl: `Hoe gaan de autoriteiten in de praktijk om met deze groep, voorstel ${number}?`,
      rationale: 'Voor de meting van de snelheid.',
    })
  }
  return round
}

/** The standard that comes with the product, with as many questions as asked for: every version words some of them differently. */
function version(name: string): StandardTermsFile {
  const file = shippedStandard()
  const sections = file.chapters.flatMap((chapter) => chapter.sections)
  const all = sections.flatMap((section) => section.questions)
  for (let extra = 0; all.length + extra < questionsEach; extra++) {
    const like = all[extra]!
    sections[extra % sections.length]!.questions.push({
      ...like,
      key: `extra.${extra + 1}`,
      nl: `${like.nl} In versie ${name}?`,
      en: `${like.en} In version ${name}?`,
    })
  }
  return { ...file, version: name }
}

/** A consultation about the draft with forty remarks of an expert, every second one distilled into a point. */
async function fillConsultation(
  { sql, clock }: Pick<Installation, 'sql' | 'clock'>,
  standardId: string,
  questions: readonly string[],
) {
  const acting = async (email: `${string}@demo.example`) => ({
    sql,
    clock,
    actor: await actorByEmail(sql, email),
    origin: 'bench',
  })
  const expert = await acting('deskundige@demo.example')
  const coordinator = await acting('coordinator@demo.example')
  await openConsultation(await acting('beleid@demo.example'), {
    standardId,
    request: 'Wat mist in de vragen van dit concept?',
    closesOn: today(() => new Date(clock().getTime() + 28 * 86_400_000)),
    revision: 0,
  })
  for (let number = 0; number < 2 * points; number++) {
    const input = await giveInput(expert, standardId, giverOfAccount(expert.actor), {
      questionKey: questions[number % 20]!,
      themes: [],
      body: `Vraag bij dit onderwerp ook naar de praktijk buiten de hoofdstad, inbreng ${number}.`,
    })
    if (number % 2 === 0) {
      const body = `Naar de praktijk buiten de hoofdstad vragen, punt ${number}.`
      await distilPoint(coordinator, standardId, { body, themes: ['women'], inputs: [input] })
    }
  }
}
