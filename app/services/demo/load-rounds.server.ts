import { actorByEmail } from '../accounts/actor-by-email.server.ts'
import { decideProposals } from '../rounds/decide-proposals.server.ts'
import { giverWithAccount } from '../rounds/giver.ts'
import { giveProposal } from '../rounds/give-proposal.server.ts'
import { openRound } from '../rounds/open-round.server.ts'
import type { ProposalInput } from '../rounds/proposal-input.ts'
import { today } from '#app/platform/today.ts'
import { listTerms } from '../terms-of-reference/list-terms.server.ts'
import type { Cast } from './cast.ts'

/** Days from the demo's first start in which proposals can be made. */
const open = 21

/** A round about the terms of reference in preparation: proposals of four parties, two of which ask nearly the same, and one that is decided. All of it made up. */
export async function loadRounds({ policy }: Cast): Promise<void> {
  const [terms] = await listTerms(policy, 'in-preparation', 1)
  if (!terms) return
  const roundId = await openRound(policy, {
    termsId: terms.id,
    request:
      'Welke informatie over bewegingsvrijheid, veiligheid en de positie van vrouwen hebt u nodig voor de komende periode?\nStel liever een open vraag voor dan een lijst met misstanden, en zeg waarvoor u het antwoord gebruikt.',
    closesOn: today(() => new Date(policy.clock().getTime() + open * 86_400_000)),
    asked: ['AenM', 'IND', 'DT&V', 'TOELT', 'EXT'],
  })
  const give = async (email: string, input: ProposalInput) => {
    const actor = await actorByEmail(policy.sql, email)
    return giveProposal({ ...policy, actor }, roundId, giverWithAccount(actor), input)
  }
  await give('inbrenger@demo.example', {
    kind: 'new-question',
    nodeKey: 'movement',
    wordingNl: 'Welke grensposten, havens en luchthavens waren open voor reizigers, en welke papieren werden daar gevraagd?',
    wordingEn: 'Which border posts, ports and airports were open to travellers, and which papers were asked for there?',
    questionKind: 'practice',
    themes: ['documents', 'return'],
    rationale: 'Nodig om terugreizen te kunnen voorbereiden; in het vorige bericht stond alleen de situatie van een jaar eerder.',
  })
  await give('coordinator@demo.example', {
    kind: 'new-question',
    nodeKey: 'movement',
    wordingNl:
      'Welke grensposten en luchthavens konden reizigers gebruiken, en met welke papieren, ook vrouwen die alleen reisden?',
    questionKind: 'practice',
    themes: ['women', 'documents'],
    rationale: 'In gesprekken komt vaak terug dat de regels per gebied verschillen; een algemeen beeld ontbreekt.',
  })
  await give('onderzoeker@demo.example', {
    kind: 'wording',
    questionKey: 'movement.internal',
    wordingNl:
      'Hoe konden mensen zich binnen het land verplaatsen en vestigen, welke regels golden daarbij, en hoe verschilde dat naar gebied, herkomst, geslacht en leeftijd?',
    rationale: 'Controleposten en papieren komen in een eigen vraag; zo blijft deze vraag goed te beantwoorden.',
  })
  const experts = await give('deskundige@demo.example', {
    kind: 'remark',
    questionKey: 'sgbv.reporting',
    rationale: 'Vraag ook bij lokale vrouwenorganisaties na; meldingen bereiken de politie zelden.',
  })
  await decideProposals(policy, {
    roundId,
    outcomes: [
      {
        number: experts,
        revision: 1,
        outcome: 'adopted',
        reason: 'Dit geven wij BZ mee bij de overdracht; de vraag zelf hoeft daarvoor niet te veranderen.',
      },
    ],
    change: { kind: 'none' },
  })
}
