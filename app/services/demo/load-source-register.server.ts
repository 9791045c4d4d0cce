import { z } from 'zod'
import { actorByEmail } from '../accounts/actor-by-email.server.ts'
import { changeSource } from '../sources/change-source.server.ts'
import { checkSourceItem } from '../sources/change-source-item.server.ts'
import { anonymousSource, createSourceItem } from '../sources/create-source-item.server.ts'
import { readSourceRecord } from '../sources/read-source.server.ts'
import { repeatSource } from '../sources/repeat-source.server.ts'
import { grantKeeper } from '../vault/keepers.server.ts'
import type { Cast } from './cast.ts'

/** What the register says of the demonstration's own sources, by how their names begin. */
const descriptions = {
  'Uppsala Conflict Data Program': {
    who: 'Onderzoeksprogramma van de Universiteit van Uppsala.',
    what: 'Gebeurtenissen van georganiseerd geweld met ten minste één dode; geen ander geweld.',
    why: 'Wetenschappelijk onderzoek; openbaar voor iedereen.',
    how: 'Codering van nieuwsberichten en rapporten naar vaste regels, met een lage, beste en hoge schatting van het aantal doden.',
    when: 'Jaarlijkse uitgave; latere uitgaven verbeteren eerdere jaren.',
    languages: ['en'],
  },
  'Home Office': {
    who: 'Ministerie van het Verenigd Koninkrijk dat zelf op asielaanvragen beslist.',
    what: 'Landeninformatie uit andere bronnen, in één stuk met een eigen beoordeling; hier alleen de landeninformatie gebruikt.',
    why: 'Voor eigen beslismedewerkers.',
    how: 'Bureauonderzoek; overgenomen bronnen staan in voetnoten. Ga waar mogelijk naar de oorspronkelijke bron.',
    when: 'Per onderwerp een versie met datum; niet op vaste tijden.',
    languages: ['en'],
  },
} as const

/** Describes sources, says who repeats whom, and registers a confidential source of which the vault does not yet know who it is. */
export async function loadSourceRegister(cast: Cast): Promise<void> {
  const { author } = cast
  const named = async (beginning: string) => {
    const rows = await author.sql`select id from source where starts_with(name, ${beginning}) order by length(name)`
    return z
      .array(z.object({ id: z.string() }))
      .parse([...rows])
      .map(({ id }) => id)
  }
  for (const [beginning, { languages, ...said }] of Object.entries(descriptions)) {
    for (const sourceId of await named(beginning))
      await changeSource(author, { ...(await readSourceRecord(author, sourceId)), sourceId, ...said, languages: [...languages] })
  }
  const [original, ...compiled] = await named('Central Intelligence Agency')
  for (const sourceId of compiled)
    await repeatSource(author, { sourceId, originalId: original!, note: 'samengesteld uit haar eigen opeenvolgende uitgaven' })
  const [item] = await author.sql`select id from source_item where confidentiality = 'public' order by created_at, id limit 1`
  if (item) await checkSourceItem(author, item.id as string)
  const sourceId = await anonymousSource(author, 'oral')
  await createSourceItem(author, { sourceId, confidentiality: 'confidential', published: '2026-10' })
  const administrator = { ...author, actor: await actorByEmail(author.sql, 'beheer@demo.example') }
  await grantKeeper(administrator, cast.reviewer.actor.id)
}
