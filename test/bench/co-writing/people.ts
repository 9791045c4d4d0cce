import type { Sql } from '#app/platform/database/sql.server.ts'
import { actorByEmail } from '#app/services/accounts/actor-by-email.server.ts'
import { addUser } from '#app/services/accounts/add-user.server.ts'
import { demoPassword } from '#app/services/accounts/demo-accounts.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { addPerson, as } from '../../support/people.ts'
import { documentOf, paragraph } from '../../support/released.ts'
import { someReport } from '../../support/terms.ts'
import { signIn } from '../served.ts'
import type { AppProcess } from './processes.ts'

/** Who writes where: through which process, in which section, in which of its paragraphs. */
export type Seat = { base: string; cookie: string; userId: string; sectionId: string; paragraph: number }

/**
 * As many authors as asked for, signed in, in as many sections of one report: each section has a paragraph for every author in it, and the authors
 * of a section come in through different processes in turn.
 */
export async function seatAuthors(
  sql: Sql,
  processes: readonly AppProcess[],
  { authors, sections }: { authors: number; sections: number },
): Promise<Seat[]> {
  const clock = () => new Date()
  const policy = as(sql, await addPerson(sql, 'policy'), clock)
  const first = as(sql, await addPerson(sql, 'author'), clock)
  const reportId = await someReport(policy, first)
  const rows = await sql<{ id: string }[]>`
    select section.id from section_document join section on section.id = section_id where report_id = ${reportId} order by number limit ${sections}`
  const perSection = authors / sections
  for (const { id } of rows) {
    const document = documentOf(...Array.from({ length: perSection }, () => paragraph(' ')))
    await saveDocument(first, { sectionId: id, baseVersion: 0, document })
  }
  const seats: Seat[] = []
  for (let number = 0; number < authors; number++) {
    const email = `schrijver${number}@demo.example`
    const name = `Schrijver ${number}`
    await addUser(
      { sql, actor: null, clock, origin: 'bench' },
      { email, name, organisation: 'BZ', password: demoPassword, roles: ['author'], isDemo: true },
    )
    const { id: userId } = await actorByEmail(sql, email)
    const paragraphIndex = Math.floor(number / sections)
    const { base } = processes[paragraphIndex % processes.length]!
    const cookie = await signIn(base, email)
    seats.push({ base, cookie, userId, sectionId: rows[number % sections]!.id, paragraph: paragraphIndex })
  }
  return seats
}
