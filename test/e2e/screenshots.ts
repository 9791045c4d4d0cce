import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { connect } from '#app/platform/database/sql.server.ts'
import { actorByEmail } from '#app/services/accounts/actor-by-email.server.ts'
import { demoPassword } from '#app/services/accounts/demo-accounts.server.ts'
import { returnSection } from '#app/services/review/decide-section.server.ts'
import { temporaryFolder } from '../support/folder.ts'
import { projectFolder } from '../support/processes.ts'
import { launchChromium } from './support/chromium.ts'
import { startSystem } from './support/system.ts'

/**
 * Makes docs/screenshots anew: the five steps of the main job on the demonstration, on a desk and on a phone. `npm run screenshots`.
 */
const sizes = { desktop: { width: 1440, height: 900 }, telefoon: { width: 390, height: 844 } }
const folder = join(projectFolder, 'docs', 'screenshots')
const release = `SYR-${new Date().getFullYear()}-1`

type Shot = { name: string; who: string; path: string; before?: (page: Page) => Promise<unknown> }

async function shotsOf(databaseUrl: string): Promise<Shot[]> {
  const sql = connect(databaseUrl, { max: 1 })
  try {
    const [terms] = await sql`select id from terms_of_reference where status = 'in-preparation' limit 1`
    const [section] =
      await sql`select section.id from section join report on report.id = report_id where number = '1.3.2' and country_code = 'SYR'`
    const [draft] = await sql`select standard_id as id from consultation where closes_on is not null limit 1`
    const [round] = await sql`select id from round limit 1`
    const [waiting] = await sql`select id from section where status = 'in-review' limit 1`
    // Back to its author, so that the editor shows a text with sources and incidents.
    const reviewer = await actorByEmail(sql, 'beoordelaar@demo.example')
    await returnSection(
      { sql, actor: reviewer, clock: () => new Date(), origin: 'screenshots' },
      { sectionId: section?.id, reason: 'Graag nog eens nalopen voor de afbeelding.' },
    )
    return [
      { name: 'terms-of-reference', who: 'beleid@demo.example', path: `/terms-of-reference/${terms?.id}?chapter=human-rights` },
      { name: 'standaard', who: 'beleid@demo.example', path: `/terms-of-reference/standards/${draft?.id}?chapter=human-rights` },
      { name: 'raadpleging', who: 'coordinator@demo.example', path: `/terms-of-reference/consultations/${draft?.id}` },
      { name: 'ronde', who: 'beleid@demo.example', path: `/terms-of-reference/rounds/${round?.id}` },
      { name: 'evaluatie', who: 'beleid@demo.example', path: '/terms-of-reference/evaluation' },
      { name: 'planning', who: 'beleid@demo.example', path: '/planning' },
      {
        name: 'schrijven',
        who: 'auteur@demo.example',
        path: `/sections/${section?.id}`,
        before: (page) => page.getByRole('textbox', { name: 'Tekst van de paragraaf' }).waitFor(),
      },
      { name: 'beoordelen', who: 'beoordelaar@demo.example', path: `/review/${waiting?.id}` },
      { name: 'uitgave', who: 'uitgever@demo.example', path: `/releases/${release}#par-1-3-2` },
      { name: 'zoeken', who: 'beslis@demo.example', path: '/search?q=burgerslachtoffers+Idlib' },
    ]
  } finally {
    await sql.end()
  }
}

async function take(browser: Browser, baseURL: string, shot: Shot, size: keyof typeof sizes): Promise<void> {
  const context = await browser.newContext({ baseURL, viewport: sizes[size], locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mailadres').fill(shot.who)
  await page.getByLabel('Wachtwoord').fill(demoPassword)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto(shot.path)
  await shot.before?.(page)
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(folder, `${shot.name}-${size}.png`) })
  await context.close()
}

const temporary = temporaryFolder()
const system = await startSystem(temporary.path)
const server = await launchChromium(temporary.path)
try {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.connect(server.wsEndpoint())
  // The index follows the release within seconds.
  await new Promise((done) => setTimeout(done, 5000))
  for (const shot of await shotsOf(system.databaseUrl)) {
    for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) await take(browser, system.baseUrl, shot, size)
    console.log(shot.name)
  }
  await browser.close()
} finally {
  await server.close()
  await system.stop()
  await temporary.remove()
}
