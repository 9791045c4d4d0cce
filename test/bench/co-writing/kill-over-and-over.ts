import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { until } from '../../support/processes.ts'
import { Author } from './author.ts'
import { mustBeWhole, storedLetters } from './outcome.ts'
import { seatAuthors } from './people.ts'
import type { Together } from './processes.ts'
import { inRhythm } from './typing.ts'

export const size = { authors: 8, sections: 4 }
/** Between the last recovery and the next kill. Milliseconds, and up to as many more. */
const calm = 300

/**
 * Kills the two processes in turn, so many times in all, while authors type, and starts each again.
 * @returns counts of letters, and milliseconds of every start, every page's recovery and its longest wait.
 * @throws {AssertionError} when an acknowledged letter is lost or texts differ at the end, or when a page does not recover by itself.
 */
export async function killOverAndOver({ sql, processes }: Together, kills: number) {
  const seats = await seatAuthors(sql, processes, size)
  const authors = await Promise.all(seats.map((seat) => Author.open(seat)))
  const [starting, recovering, waiting]: [number[], number[], number[]] = [[], [], []]
  let lost = 0
  let goesOn = true
  const typing = authors.map((author) =>
    inRhythm(
      () => author.type(),
      () => goesOn,
    ),
  )
  try {
    for (let kill = 0; kill < kills; kill++) {
      await pause(calm * (1 + Math.random()))
      const victim = processes[kill % 2]!
      const orphans = authors.filter((author) => author.seat.base === victim.base)
      const killedAt = performance.now()
      await victim.kill()
      const believed = new Map(authors.map((author) => [author, author.acknowledged]))
      const stored = await storedLetters(sql, authors)
      for (const [author, letters] of believed) lost += Math.max(0, letters - stored.get(author)!)
      const typed = new Map(orphans.map((author) => [author, author.typed.length]))
      await victim.start()
      const answersAt = performance.now()
      starting.push(answersAt - killedAt)
      const longest = new Map(orphans.map((author) => [author, author.waiting]))
      const open = new Set(orphans)
      await until(
        'every page has recovered by itself',
        () => {
          for (const author of open) {
            longest.set(author, Math.max(longest.get(author)!, author.waiting))
            if (author.acknowledged < typed.get(author)!) continue
            open.delete(author)
            recovering.push(performance.now() - answersAt)
          }
          return open.size === 0
        },
        30_000,
      )
      waiting.push(...longest.values())
    }
    goesOn = false
    await Promise.all(typing)
    await mustBeWhole(sql, authors)
  } finally {
    goesOn = false
    for (const author of authors) author.close()
  }
  assert.equal(lost, 0, 'acknowledged letters were lost')
  const count = (each: (author: Author) => number) => authors.reduce((sum, author) => sum + each(author), 0)
  const [typed, acknowledged] = [count((author) => author.typed.length), count((author) => author.acknowledged)]
  return { typed, acknowledged, lost, starting, recovering, waiting }
}
