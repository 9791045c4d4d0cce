import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import { percentile, signIn, withServer } from './served.ts'

/** Readers at once and seconds per page. */
const readers = 20
const seconds = 10
/** The most script, gzipped, that search and the release reader may ship. */
const scriptAim = 130_000

/**
 * What readers wait for: the built application on a fresh demo database, read by 20 signed-in officers at once.
 * Times are until the whole answer is there, so the first byte is never later. Scripts are all files a page loads or preloads.
 */
export async function bench(): Promise<void> {
  await withServer(async ({ base }) => {
    const cookie = await signIn(base, 'beslis@demo.example')
    const pages = {
      home: '/',
      search: '/search?q=burgerslachtoffers+Idlib&country=SYR',
      'release reader': await firstRelease(base, cookie),
    }
    const rows: Record<string, object> = {}
    for (const [name, path] of Object.entries(pages)) {
      await autocannon({ url: base + path, connections: 4, duration: 2, headers: { cookie } })
      const { result, times } = await read({ url: base + path, connections: readers, duration: seconds, headers: { cookie } })
      if (result.non2xx > 0 || result.errors > 0)
        throw new Error(`${path}: ${result.non2xx} answers were not 200, ${result.errors} failed`)
      const script = await scriptBytes(base, path, cookie)
      rows[name] = {
        'p50 ms': percentile(times, 50),
        'p95 ms': percentile(times, 95),
        'requests/s': Math.round(result.requests.average),
        'html kB': Math.round(result.throughput.total / result.requests.total / 1000),
        'script kB gzip': +(script / 1000).toFixed(1),
        aim: name === 'home' ? '' : script < scriptAim ? `< ${scriptAim / 1000} kB: met` : `< ${scriptAim / 1000} kB: MISSED`,
      }
    }
    console.log(`\nPages: ${readers} readers at once, ${seconds} s each, whole answer`)
    console.table(rows)
  })
}

/** @returns the load's own summary and the milliseconds of every answer. */
function read(options: autocannon.Options): Promise<{ result: autocannon.Result; times: number[] }> {
  const times: number[] = []
  return new Promise((done, fail) => {
    const load = autocannon(options, (error, result) => (error ? fail(error) : done({ result, times })))
    load.on('response', (_client, _status, _bytes, milliseconds) => void times.push(milliseconds))
  })
}

async function firstRelease(base: string, cookie: string): Promise<string> {
  const html = await (await fetch(`${base}/releases`, { headers: { cookie } })).text()
  const path = /href="(\/releases\/[A-Z]{3}-\d{4}-\d+)"/.exec(html)?.[1]
  if (!path) throw new Error('the demo has no release')
  return path
}

/** Gzipped bytes of every script the page names: loaded, preloaded, or inline. */
async function scriptBytes(base: string, path: string, cookie: string): Promise<number> {
  const html = await (await fetch(base + path, { headers: { cookie } })).text()
  const files = new Set([...html.matchAll(/["'](\/assets\/[^"']+\.js)["']/g)].map((match) => match[1] as string))
  const manifest = [...files].find((file) => file.includes('manifest-'))
  let total = 0
  for (const file of files) {
    // The route manifest names every route's files; only those in the page itself are loaded.
    const bytes = Buffer.from(await (await fetch(base + file)).arrayBuffer())
    total += gzipSync(bytes, { level: 6 }).length
  }
  if (!manifest && files.size === 0) throw new Error(`${path} names no script: the measurement would be empty`)
  return total
}
