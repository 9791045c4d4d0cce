/**
 * `npm run bench [-- name …]`: measures against a peer on this machine; without a name everything. A number after a name goes to that bench. Figures, not tests:
 * it fails only where something was lost.
 */
const benches: Record<string, () => Promise<{ bench: (given?: readonly string[]) => Promise<void> }>> = {
  'co-writing': () => import('./co-writing.ts'),
  editor: () => import('./editor.ts'),
  import: () => import('./import.ts'),
  kill: () => import('./kill.ts'),
  pages: () => import('./pages.ts'),
  terms: () => import('./terms.ts'),
  wording: () => import('./wording.ts'),
}

export {}

const given = process.argv.slice(2)
const isNumber = (word: string | undefined) => /^\d+$/.test(word ?? '')
const unknown = given.filter((word) => !(word in benches) && !isNumber(word))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}.`)
  process.exitCode = 1
} else {
  const asked = given.flatMap((word, place) => {
    const next = given[place + 1]
    return isNumber(word) ? [] : [{ name: word, more: isNumber(next) ? [next!] : [] }]
  })
  for (const { name, more } of asked.length > 0 ? asked : Object.keys(benches).map((name) => ({ name, more: [] }))) {
    console.log(`\n${name}`)
    const { bench } = await benches[name]!()
    await bench(more)
  }
}
