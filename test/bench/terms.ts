import { loadavg } from 'node:os'
import { JSDOM } from 'jsdom'
import { openInstallation } from '#app/cli/installation.server.ts'
import { readConfig } from '#app/platform/config.server.ts'
import { percentile, signIn, withServer, type Served } from './served.ts'
import { fillTerms, questionsEach, versions, type Filled } from './terms-content.ts'
import { interactionsOf, type Interaction } from './terms-interactions.ts'

/** How often each interaction is done and timed, after as many to warm up as `warmUps`. */
const runs = 40
const warmUps = 5
/** Milliseconds of server time, at the 95th percentile. */
const aim = 100

/**
 * What work on the terms of reference waits for: the built application with 40 versions of the standard of 120 questions each, every page and every
 * form, one after the other by a signed-in policy officer. A time runs from the request until its whole answer is there, over the loopback; a form
 * is read from its page first, and only its sending is timed. Redirects are not followed: the page they lead to is an interaction of its own. The web
 * server's own processor time, on average, tells what is left of it when the machine does other work too.
 */
export async function bench(): Promise<void> {
  await withServer(async ({ base, dataDir, processorTime }) => {
    const filled = await fill(dataDir)
    const cookies: Record<string, string> = {}
    const rows: Record<string, object> = {}
    const slow: string[] = []
    for (const interaction of interactionsOf(filled)) {
      const { by = 'beleid@demo.example' } = interaction
      const cookie = (cookies[by] ??= await signIn(base, by))
      const { times, bytes, processor } = await measure({ base, cookie, processorTime }, interaction)
      const p95 = percentile(times, 95)
      if (p95 >= aim) slow.push(`${interaction.name} (${p95} ms)`)
      rows[interaction.name] = {
        'p50 ms': percentile(times, 50),
        'p95 ms': p95,
        'slowest ms': Math.round(Math.max(...times)),
        'processor ms': processor,
        kB: Math.round(bytes / 1000),
      }
    }
    console.log(
      `\n${versions} versions of ${questionsEach} questions; each interaction ${runs} times, one after the other; load of the machine ${loadavg()[0]!.toFixed(1)}`,
    )
    console.table(rows)
    console.log(slow.length === 0 ? `p95 below ${aim} ms: met everywhere` : `p95 below ${aim} ms: MISSED by ${slow.join(', ')}`)
  })
}

async function fill(dataDir: string): Promise<Filled> {
  const installation = await openInstallation(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))
  try {
    return await fillTerms(installation)
  } finally {
    await installation.close()
  }
}

type Visitor = Pick<Served, 'base' | 'processorTime'> & { cookie: string }

async function measure(
  visitor: Visitor,
  interaction: Interaction,
): Promise<{ times: number[]; bytes: number; processor: number }> {
  const times: number[] = []
  let bytes = 0
  let processor = 0
  for (let run = 0; run < warmUps + runs; run++) {
    const form = interaction.form ? await readForm(visitor, interaction.path(run), interaction.form) : undefined
    for (const [name, value] of Object.entries((form && interaction.fields?.(run, form.body)) ?? {})) form?.body.set(name, value)
    const path = form?.action ?? interaction.path(run)
    const used = visitor.processorTime() ?? NaN
    const start = performance.now()
    const response = await fetch(visitor.base + path, {
      method: form ? 'POST' : 'GET',
      body: form?.body ?? null,
      redirect: 'manual',
      headers: { cookie: visitor.cookie, origin: visitor.base, accept: 'text/html' },
    })
    const answer = await response.text()
    const time = performance.now() - start
    const expected = form ? [302, 303] : [200]
    if (!expected.includes(response.status)) throw new Error(`${interaction.name}: ${path} answered ${response.status}`)
    if (run >= warmUps) {
      times.push(time)
      processor += (visitor.processorTime() ?? NaN) - used
      bytes = Math.max(bytes, answer.length)
    }
  }
  return { times, bytes, processor: Math.round(processor / runs) }
}

/** A form as a browser without script would send it: what it holds, and where to. */
async function readForm({ base, cookie }: Pick<Visitor, 'base' | 'cookie'>, path: string, selector: string) {
  const response = await fetch(base + path, { headers: { cookie, accept: 'text/html' } })
  const { window } = new JSDOM(await response.text(), { url: base + path })
  const form = window.document.querySelector<HTMLFormElement>(selector)
  if (!form) throw new Error(`${path} (${response.status}) has no ${selector}`)
  const body = new URLSearchParams()
  for (const [name, value] of new window.FormData(form)) body.append(name, String(value))
  const { pathname, search } = new URL(form.action)
  window.close()
  return { action: pathname + search, body }
}
