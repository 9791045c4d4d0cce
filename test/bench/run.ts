/** `npm run bench [-- name …]`: measures against a peer on this machine; without a name everything. Figures, not tests: nothing fails on them. */
const benches: Record<string, () => Promise<{ bench: () => Promise<void> }>> = {
  import: () => import('./import.ts'),
  pages: () => import('./pages.ts'),
  terms: () => import('./terms.ts'),
  wording: () => import('./wording.ts'),
}

export {}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}.`)
  process.exitCode = 1
} else {
  for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
    console.log(`\n${name}`)
    const { bench } = await benches[name]!()
    await bench()
  }
}
