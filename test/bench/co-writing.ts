import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { Author } from './co-writing/author.ts'
import { bareInserts } from './co-writing/bare-insert.ts'
import { DiskCheck } from './co-writing/disk-check.ts'
import { hocuspocus } from './co-writing/hocuspocus.ts'
import { mustBeWhole, storedLetters } from './co-writing/outcome.ts'
import { seatAuthors } from './co-writing/people.ts'
import { withTwoProcesses, type Together } from './co-writing/processes.ts'
import { inRhythm } from './co-writing/typing.ts'
import { tenths } from './served.ts'

const size = { authors: 20, sections: 10 }
/** How often as long as storing a bare row an acknowledgement may take, at the 95th percentile. */
const limit = 3

/**
 * Twenty authors typing in ten sections of one report, sixty words a minute each, through two processes of the built application on one PostgreSQL:
 * real sessions, the page's own co-writer, real HTTP and event streams, and the word of where each caret is. The time of a letter runs from sending
 * it for the first time until it is acknowledged, also when it had to be put on top of what somebody else wrote. Beside it, on the same server and
 * in the same rhythm: storing one bare row, before and after; and Hocuspocus with Yjs storing to that PostgreSQL as its own extension does, in one process.
 * How many seconds can be said: `npm run bench -- co-writing 10`.
 *
 * @throws {AssertionError} when pages end with different texts, or any letter is lost or doubled.
 */
export async function bench([given = '30']: readonly string[] = []): Promise<void> {
  const seconds = Number(given)
  await withTwoProcesses(async (together) => {
    const bare = await bareInserts(together.databaseUrl, size.authors, (seconds * 1000) / 2)
    const ours = await typeTogether(together, seconds)
    const peer = await hocuspocus(together, { ...size, seconds })
    bare.push(...(await bareInserts(together.databaseUrl, size.authors, (seconds * 1000) / 2)))

    console.log(
      `\n${size.authors} authors in ${size.sections} sections, ${seconds} s each; milliseconds; load of the machine ${loadavg()[0]!.toFixed(1)}`,
    )
    const times = (values: readonly number[]) => ({
      p50: tenths(values, 50),
      p95: tenths(values, 95),
      slowest: tenths(values, 100),
    })
    console.table({
      'one bare row, committed': { ...times(bare), letters: bare.length, 'on disk when answered': 'all' },
      'Herkomst: sent to acknowledged': {
        ...times(ours.answered),
        letters: ours.answered.length,
        'on disk when answered': ours.onDisk,
      },
      'Herkomst: typed to acknowledged': { ...times(ours.waited), letters: ours.waited.length },
      'Hocuspocus: typed to acknowledged': {
        ...times(peer.answered),
        letters: peer.answered.length,
        'on disk when answered': peer.onDisk,
      },
    })
    const ratio = tenths(ours.answered, 95) / tenths(bare, 95)
    console.log(`p95 within ${limit}× of a bare row: ${ratio.toFixed(1)}×, ${ratio <= limit ? 'met' : 'MISSED'}`)
    console.log('Everyone ended with the same text, and every letter is in it once.')
  })
}

async function typeTogether({ sql, processes }: Together, seconds: number) {
  const seats = await seatAuthors(sql, processes, size)
  const authors = await Promise.all(seats.map((seat) => Author.open(seat)))
  try {
    let goesOn = true
    const check = new DiskCheck()
    for (const author of authors)
      author.onAcknowledged = (letters) =>
        check.acknowledged(async () => (await storedLetters(sql, [author])).get(author)! >= letters)
    const typing = authors.map((author) =>
      inRhythm(
        () => author.type(),
        () => goesOn,
      ),
    )
    await pause(seconds * 1000)
    goesOn = false
    await Promise.all(typing)
    await mustBeWhole(sql, authors)
    return {
      answered: authors.flatMap((author) => author.answered),
      waited: authors.flatMap((author) => author.waited),
      onDisk: await check.share(),
    }
  } finally {
    for (const author of authors) author.close()
  }
}
