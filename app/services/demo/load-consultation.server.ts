import { today } from '#app/platform/today.ts'
import { actorByEmail } from '../accounts/actor-by-email.server.ts'
import { decidePoint } from '../consultations/decide-point.server.ts'
import { distilPoint } from '../consultations/distil-point.server.ts'
import { giveInput } from '../consultations/give-input.server.ts'
import { giverOfAccount } from '../consultations/giver.ts'
import { openConsultation } from '../consultations/open-consultation.server.ts'
import { planAction } from '../consultations/plan-action.server.ts'
import { addCourse } from '../courses/save-course.server.ts'
import type { Cast } from './cast.ts'

/** Days from the demo's first start in which experts can give input, and before the end of which points must be done. */
const open = 28
const due = 14

/** Experts are asked about the draft: one remark became a point with an outcome, one waits for a coordinator. All of it made up. */
export async function loadConsultation({ policy }: Cast, standardId: string): Promise<void> {
  const inDays = (days: number) => today(() => new Date(policy.clock().getTime() + days * 86_400_000))
  await openConsultation(policy, {
    standardId,
    request:
      'Vraagt dit concept open genoeg, en naar wet, beleid, praktijk en bescherming?\nZeg ook wat u mist over wat er verbeterde.',
    closesOn: inDays(open),
    revision: 0,
  })
  const expert = { ...policy, actor: await actorByEmail(policy.sql, 'deskundige@demo.example') }
  const coordinator = { ...policy, actor: await actorByEmail(policy.sql, 'coordinator@demo.example') }
  const give = (questionKey: string | null, body: string) =>
    giveInput(expert, standardId, giverOfAccount(expert.actor), { questionKey, themes: [], body })
  const first = await give(
    'sgbv.reporting',
    'Vraag ook wie aangifte durft te doen en bij wie: de drempel ligt vaak vóór het politiebureau, bij familie en vervoer.',
  )
  await give(
    'sgbv.digital-violence',
    'Goed dat deze vraag er komt. Vraag ook welke organisaties hierbij helpen, niet alleen de politie.',
  )
  await addCourse(coordinator, {
    kind: 'workshop',
    titleNl: 'Gendersensitief onderzoek naar landen van herkomst',
    titleEn: 'Gender-sensitive country-of-origin research',
    organisation: 'IND',
    themes: ['women', 'sgbv'],
    about: 'Open vragen stellen over geweld en bescherming, en ook de gewone praktijk beschrijven.',
    nextOn: inDays(60),
    ended: false,
  })
  const number = await distilPoint(coordinator, standardId, {
    body: 'Bij aangifte van seksueel geweld vragen naar de weg erheen: wie helpt, wat kost het, en wat weerhoudt.',
    themes: ['sgbv'],
    inputs: [first],
  })
  await planAction(coordinator, {
    standardId,
    number,
    revision: 1,
    action: 'wording',
    ownerId: policy.actor.id,
    dueOn: inDays(due),
    explanation: 'De bestaande vraag opener maken.',
  })
  await decidePoint(coordinator, {
    standardId,
    number,
    revision: 2,
    outcome: 'partly',
    reason: 'De vraag noemt nu de praktijk van aangifte; kosten en vervoer komen in de achtergrond bij de vraag.',
    questionKey: 'sgbv.reporting',
    courseId: null,
  })
}
