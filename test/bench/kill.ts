import { loadavg } from 'node:os'
import { killOverAndOver, size } from './co-writing/kill-over-and-over.ts'
import { withTwoProcesses } from './co-writing/processes.ts'
import { tenths } from './served.ts'

/**
 * `kill -9` of an application process while authors type through two of them, over and over, now the one and then the other: two authors in each of four
 * sections, one through each process, who never stop typing. After every kill what pages take for acknowledged is looked for in the database; the
 * process is started again, and the pages that were connected to it are left to themselves until they have nothing unacknowledged from before. Times
 * without an acknowledgement include starting the process. How many kills can be said: `npm run bench -- kill 20`.
 *
 * @throws {AssertionError} when an acknowledged letter is lost, a page does not recover by itself, or texts differ at the end.
 */
export async function bench([kills = '100']: readonly string[] = []): Promise<void> {
  await withTwoProcesses(async (together) => {
    const found = await killOverAndOver(together, Number(kills))
    const times = (values: readonly number[]) => ({
      p50: tenths(values, 50),
      p95: tenths(values, 95),
      longest: tenths(values, 100),
    })
    console.log(
      `\n${size.authors} authors in ${size.sections} sections through two processes; load of the machine ${loadavg()[0]!.toFixed(1)}`,
    )
    console.table({
      'kills (kill -9)': { count: Number(kills) },
      'letters typed': { count: found.typed },
      'letters acknowledged': { count: found.acknowledged },
      'acknowledged letters lost': { count: found.lost },
    })
    console.log('Milliseconds, for each page of the killed process')
    console.table({
      'from the kill until the process answers': times(found.starting),
      'from then until all is acknowledged': times(found.recovering),
      'longest without an acknowledgement': times(found.waiting),
    })
    console.log('Every page recovered by itself, and everyone ended with the same text.')
  })
}
