import { EDITOR_VERSION } from '#editor/document/schema.ts'
import { actorByEmail } from '../accounts/actor-by-email.server.ts'
import { nameVersion } from '../history/name-version.server.ts'
import { appendSteps } from '../sections/append-steps.server.ts'
import { readText } from '../sections/read-text.server.ts'
import type { Cast } from './cast.ts'

/** The first draft of the report on Yemen gets a history: its first version has a name, and the second author wrote in it too. */
export async function loadHistory({ author }: Cast): Promise<void> {
  const { sql } = author
  const [section] = await sql<{ id: string }[]>`
    select section.id from section join section_document on section_id = section.id join report on report.id = report_id
    where report.country_code = 'YEM' and status = 'draft' and version > 0 order by number limit 1`
  if (!section) throw new Error('the report on Yemen has no draft')
  const { version, document } = await readText(author, section.id)
  await nameVersion(author, section.id, { version, name: 'Eerste opzet' })
  const second = { ...author, actor: await actorByEmail(sql, 'auteur2@demo.example') }
  const end = document.content[0]!.content!.reduce((sum, node) => sum + (node.text?.length ?? 1), 0)
  const words = ' Deze tekst is een oefening en geen ambtsbericht.'
  const step = { stepType: 'replace', from: end + 1, to: end + 1, slice: { content: [{ type: 'text', text: words }] } }
  await appendSteps(second, section.id, { editorVersion: EDITOR_VERSION, version, clientId: 'demonstration', steps: [step] })
}
