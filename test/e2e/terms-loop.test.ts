import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'
import { expectAccessible, openAs, openPage, phone, ready } from './support/pages.ts'
import { startSystem, type RunningSystem } from './support/system.ts'

const reason = 'Besproken met AenM, IND en DT&V in november.'
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Goes where a person without a mouse goes: Tab by Tab. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor()
  await ready(page)
  for (let tabs = 0; tabs < 600; tabs++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${String(target)} cannot be reached with Tab`)
}
const press = async (page: Page, role: 'link' | 'button', name: string | RegExp) => {
  await tabTo(page, page.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name }))
  await page.keyboard.press('Enter')
}
/** Types over what stands in a field. */
async function type(page: Page, label: string | RegExp, words: string): Promise<void> {
  const field = page.getByLabel(label, typeof label === 'string' ? { exact: true } : {})
  await tabTo(page, field)
  if ((await field.first().getAttribute('type')) === 'date') {
    // A date field takes its parts in the order of the browser's own language; what it holds afterwards is the same.
    await field.first().fill(words)
    return
  }
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
}
/** Chooses in a list by typing the first letters of what it says. */
async function choose(page: Page, label: string | RegExp, words: string): Promise<void> {
  const field = page.getByLabel(label, typeof label === 'string' ? { exact: true } : {})
  await tabTo(page, field)
  await page.keyboard.type(words)
  expect(await field.first().evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label ?? '')).toContain(words)
}

describe('from one standard to the next, by keyboard alone', () => {
  const folder = temporaryFolder()
  let system: RunningSystem
  // A system of its own: what is put in force here would be in force for all other tests.
  beforeAll(async () => {
    system = await startSystem(folder.path)
  })
  afterAll(async () => {
    await system?.stop()
    folder.remove()
  })
  const as = (who: Parameters<typeof openAs>[0]) => openAs(who, { context: { baseURL: system.baseUrl } })

  it('policy staff revise the standard, consult, hear three parties and an invited expert, decide, put it in force, start a report and see old against new', async () => {
    const policy = await as('policy')
    await press(policy, 'link', 'Terms of reference')
    await press(policy, 'link', 'Standaard')

    // A draft, with one question asked more openly.
    await press(policy, 'link', 'Nieuw concept')
    await type(policy, 'Naam van de nieuwe versie', '2.0')
    await type(policy, 'Waarom', reason)
    await press(policy, 'button', 'Concept beginnen')
    await policy.getByText('Het concept is er').waitFor()
    const draft = new URL(policy.url()).pathname
    const question = policy.locator('[id="overview.key-events"]')
    await tabTo(policy, question.getByRole('link', { name: /Wijzigen/ }))
    await policy.keyboard.press('Enter')
    await type(
      policy,
      /Vraag in het Nederlands/,
      'Welke gebeurtenissen bepaalden de verslagperiode, en wat veranderde daardoor wel en niet?',
    )
    await type(policy, 'Waarom', reason)
    await press(policy, 'button', 'Opslaan')
    await policy.getByText('De wijziging is opgeslagen').waitFor()

    // A round on the draft: three parties by account, one organisation by link.
    await policy.goto(`/terms-of-reference/rounds/new?standard=${draft.split('/').at(-1)!}`)
    await type(policy, 'Wat wilt u weten van de partijen', 'Wat ontbrak er in beslissingen en bij terugkeer?')
    await type(policy, 'Voorstellen tot en met', inDays(14))
    await press(policy, 'button', 'Openen')
    await policy.getByText('De ronde is open').waitFor()
    const round = new URL(policy.url()).pathname
    const propose = async (page: Page, wording: string) => {
      await page.goto(`${round}/questions`)
      await press(page, 'link', /Nieuwe vraag in 0\.1/)
      await type(page, /Vraag in het Nederlands/, wording)
      await type(page, 'Waarom', 'Dit kwam in de praktijk tekort.')
      await press(page, 'button', 'Voorstel geven')
      await page.getByText('Uw voorstel is gegeven').waitFor()
    }
    await propose(await as('contributor'), 'Welke luchthavens en grensposten waren open voor terugkeer?')
    await propose(await as('coordinator'), 'Hoe verschilde de toegang tot documenten tussen mannen en vrouwen?')
    await propose(policy, 'Welke cijfers over ontheemding zijn er, en van wie?')
    await policy.goto(`${round}/invite`)
    await choose(policy, 'Organisatie', 'UNHCR')
    await type(policy, 'Functie van wie u aanschrijft', 'adviseur bescherming')
    await press(policy, 'button', 'Link maken')
    const link = await policy.getByLabel('Link om te versturen').inputValue()
    const guest = await openPage({ context: { baseURL: system.baseUrl } })
    await guest.goto(new URL(link).pathname)
    await press(guest, 'link', 'Voorstel doen')
    await press(guest, 'link', 'Opmerking over het geheel')
    await type(guest, 'Opmerking', 'Vraag ook naar de toegang van hulporganisaties.')
    await press(guest, 'button', 'Voorstel geven')
    await guest.getByText('Uw voorstel is gegeven').waitFor()
    await press(guest, 'button', 'Mijn inbreng is compleet')
    await guest.getByText('dat uw inbreng compleet is').first().waitFor()

    // Every proposal gets an outcome and a reason; then the round is closed.
    for (const [number, outcome, why] of [
      [1, 'Overgenomen', 'Dit ontbrak in de vorige standaard.'],
      [2, 'Overgenomen', 'Wet en praktijk verschillen hier.'],
      [3, 'Niet overgenomen', 'De standaard vraagt dit al in hoofdstuk 4.'],
      [4, 'Niet overgenomen', 'Dat doet BZ bij het onderzoek; het is geen vraag.'],
    ] as const) {
      await policy.goto(`${round}/proposals/${number}`)
      await choose(policy, 'Uitkomst', outcome)
      await type(policy, 'Reden', why)
      await press(policy, 'button', 'Besluit vastleggen')
      await policy.getByText(/Het besluit is vastgelegd/).waitFor()
    }
    await policy.goto(`${round}/manage`)
    await type(policy, 'Waarom de ronde eerder sluit', 'Alle partijen hebben hun inbreng gegeven.')
    await press(policy, 'button', 'Ronde sluiten')
    await policy.getByText('De ronde is gesloten').first().waitFor()
    await guest.goto('/invitation/round')
    await guest.getByText('Dat doet BZ bij het onderzoek').waitFor()

    // Were external experts consulted? Only then can it be put in force.
    await policy.goto(`/terms-of-reference/consultations/${draft.split('/').at(-1)!}/answer`)
    await tabTo(policy, policy.getByLabel('Externe deskundigen zijn geraadpleegd').or(policy.getByRole('radio').first()))
    await policy.keyboard.press('Space')
    await tabTo(policy, policy.getByLabel('UNHCR', { exact: false }).first())
    if (!(await policy.getByLabel('UNHCR', { exact: false }).first().isChecked())) await policy.keyboard.press('Space')
    await tabTo(policy, policy.getByLabel('Schriftelijk'))
    await policy.keyboard.press('Space')
    await type(policy, 'Eerste dag', inDays(-3))
    await type(policy, 'Laatste dag', inDays(-1))
    await type(policy, /Toelichting/, 'UNHCR is schriftelijk geraadpleegd over de nieuwe vragen.')
    await press(policy, 'button', 'Antwoord opslaan')
    await policy.getByText('UNHCR is schriftelijk geraadpleegd').first().waitFor()
    await policy.goto(`${draft}/consult`)
    await type(policy, 'Waarom', reason)
    await press(policy, 'button', 'Markeren als geconsulteerd')
    await policy.getByText('Deze versie is nu geconsulteerd').waitFor()
    await press(policy, 'link', 'In werking stellen')
    await type(policy, 'Waarom', reason)
    await press(policy, 'button', 'In werking stellen')
    await policy.getByText('Deze versie geldt vanaf vandaag').waitFor()

    // A country's report starts from it.
    await policy.goto('/terms-of-reference/new')
    await choose(policy, 'Land', 'Turkije')
    await type(policy, 'Verslagperiode van', '2026-01-01')
    await type(policy, 'Verslagperiode tot en met', '2026-09-30')
    await type(policy, 'Rapport gereed op', '2027-03-01')
    await press(policy, 'button', 'Opstellen')
    await policy.getByRole('heading', { level: 1, name: 'Terms of reference Turkije' }).waitFor()
    await policy.getByText('Welke luchthavens en grensposten waren open voor terugkeer?').first().waitFor()
    const terms = new URL(policy.url()).pathname
    await press(policy, 'link', 'Overdragen aan BZ')
    await press(policy, 'button', 'Overdragen')
    await policy.getByText('De vragen staan nu vast').waitFor()
    const publisher = await as('publisher')
    await publisher.goto(terms)
    await press(publisher, 'button', 'Aanvaarden en rapport beginnen')
    await publisher.getByRole('heading', { level: 1, name: /ambtsbericht Turkije/ }).waitFor()
    await policy.goto('/planning')
    await policy.getByText('Turkije').first().waitFor()
    await expectAccessible(policy)

    // And old stands against new.
    await policy.goto('/terms-of-reference')
    await press(policy, 'link', 'Evaluatie')
    await policy.getByRole('heading', { level: 1, name: 'Evaluatie' }).waitFor()
    expect(await policy.locator('main').innerText()).toContain('2.0')
    await expectAccessible(policy)
    await policy.setViewportSize(phone)
    await expectAccessible(policy)
    expect(await policy.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  }, 400_000)
})
