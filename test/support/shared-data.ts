import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

/**
 * The path of a real data file that may not be in the project, or undefined where it is absent: then says so in one plain line.
 * Use: `const file = sharedData('incidents/x.csv'); describe.runIf(file)(…)`.
 */
export function sharedData(name: string): string | undefined {
  if (existsSync(folder + name)) return folder + name
  console.log(`skipped: ../shared/data/${name} is absent`)
  return undefined
}
