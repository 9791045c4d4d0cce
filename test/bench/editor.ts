import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'
import { openInstallation } from '#app/cli/installation.server.ts'
import { readConfig } from '#app/platform/config.server.ts'
import { launchChromium } from '../e2e/support/chromium.ts'
import { serveBarePage } from './editor/bare-page.ts'
import { browserSwitches, timeKeystrokes } from './editor/keystrokes.ts'
import { fillLargeSection } from './editor/large-section.ts'
import { openSection, type Opening } from './editor/opening.ts'
import { signIn, tenths, withServer } from './served.ts'

/** Rounds of keys in either page, one after the other in turn; and how often the section is opened. */
const rounds = 3
const keysEach = 100
const openings = 15
/** How long a page may take to load by itself what it did not need at once. Milliseconds. */
const quiet = 5000

const limits = { ratio: 1.5, keystroke: 16, opening: 1000, script: 350_000 }
const outcome = (met: boolean) => (met ? 'met' : 'MISSED')

/**
 * What writing in a large section costs: 10,000 words, 200 citations and 20 incident blocks in the real section page of the built application, beside bare
 * ProseMirror with the same text in the same browser; how long it takes until it can be written in; and the script the page loads, gzipped.
 */
export async function bench(): Promise<void> {
  await withServer(async ({ base, dataDir }) => {
    const section = await fill(dataDir)
    const cookie = await signIn(base, section.cookieOf)
    const bare = await serveBarePage(section.document)
    const address = `${base}/sections/${section.sectionId}`
    await withBrowser(async (browser) => {
      const keys = { bare: [] as number[], ours: [] as number[] }
      for (let round = 0; round < rounds; round++) {
        keys.bare.push(...(await keysIn(browser, bare.address, '.ProseMirror')))
        keys.ours.push(...(await keysIn(browser, address, '.editor-text[contenteditable=true]', cookie)))
      }
      const first = await openSection(browser, cookie, address, quiet)
      const opened: Opening[] = []
      for (let run = 0; run < openings; run++) opened.push(await openSection(browser, cookie, address))
      tell(section.words, keys, opened, { toWrite: await gzipped(first.script), all: await gzipped(first.allScript) })
    }).finally(bare.close)
  })
}

function tell(
  words: number,
  keys: { bare: number[]; ours: number[] },
  opened: readonly Opening[],
  script: { toWrite: number; all: number },
): void {
  const times = (values: readonly number[]) => ({
    p50: tenths(values, 50),
    p95: tenths(values, 95),
    slowest: tenths(values, 100),
    times: values.length,
  })
  console.log(`\nA section of ${words} words; milliseconds; load of the machine ${loadavg()[0]!.toFixed(1)}`)
  console.table({
    'key to paint, bare ProseMirror': times(keys.bare),
    'key to paint, section page': times(keys.ours),
    'opened until it can be written in': times(opened.map((it) => it.editable)),
    'opened until a typed letter is there': times(opened.map((it) => it.typed)),
  })
  const [bare, ours, open] = [
    tenths(keys.bare, 95),
    tenths(keys.ours, 95),
    tenths(
      opened.map((it) => it.editable),
      95,
    ),
  ]
  const ratio = ours / bare
  console.log(`p95 of a key within ${limits.ratio}× of bare ProseMirror: ${ratio.toFixed(2)}×, ${outcome(ratio <= limits.ratio)}`)
  console.log(`p95 of a key under ${limits.keystroke} ms: ${ours} ms, ${outcome(ours < limits.keystroke)}`)
  console.log(`p95 of opening under ${limits.opening / 1000} s: ${open} ms, ${outcome(open < limits.opening)}`)
  console.log(
    `script under ${limits.script / 1000} kB gzipped: ${(script.toWrite / 1000).toFixed(1)} kB to begin writing, ` +
      `${(script.all / 1000).toFixed(1)} kB with what it loads later by itself, ${outcome(script.all < limits.script)}`,
  )
}

async function keysIn(browser: Browser, address: string, editable: string, cookie?: string): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' })
  try {
    const [name, value] = cookie?.split('=') ?? []
    if (name && value) await context.addCookies([{ name, value, url: address }])
    const page = await context.newPage()
    await page.goto(address)
    await page.locator(editable).waitFor()
    await page.waitForTimeout(1500)
    return await timeKeystrokes(page, editable, keysEach)
  } finally {
    await context.close()
  }
}

async function withBrowser(work: (browser: Browser) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'herkomst-bench-'))
  const server = await launchChromium(folder, browserSwitches)
  try {
    const browser = await chromium.connect(server.wsEndpoint())
    await work(browser)
    await browser.close()
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function fill(dataDir: string) {
  const installation = await openInstallation(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))
  try {
    return await fillLargeSection(installation)
  } finally {
    await installation.close()
  }
}

/** Bytes of scripts, each gzipped by itself as the server sends them. */
async function gzipped(files: readonly string[]): Promise<number> {
  if (files.length === 0) throw new Error('the page loaded no script: the measurement would be empty')
  const sizes = [...new Set(files)].map(
    async (file) => gzipSync(Buffer.from(await (await fetch(file)).arrayBuffer()), { level: 6 }).length,
  )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
