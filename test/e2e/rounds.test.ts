import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { connect } from '#app/platform/database/sql.server.ts'
import { expectAccessible, foresee, openAs, openPage, phone, ready } from './support/pages.ts'

/** A day from today, `YYYY-MM-DD`. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Opens a round on fresh terms of reference of a country, asking the demo's parties. @returns its address. */
async function openRound(policy: Page, country: string): Promise<string> {
  await policy.goto('/terms-of-reference/new')
  await policy.getByLabel('Land', { exact: true }).selectOption({ label: country })
  await policy.getByLabel('Verslagperiode van').fill('2026-01-01')
  await policy.getByLabel('Verslagperiode tot en met').fill('2026-09-30')
  await policy.getByLabel('Rapport gereed op').fill('2027-03-01')
  await policy.getByRole('button', { name: 'Opstellen', exact: true }).click()
  await policy.getByRole('heading', { level: 1, name: `Terms of reference ${country}` }).waitFor()
  const termsId = new URL(policy.url()).pathname.split('/').at(-1)!
  await policy.goto(`/terms-of-reference/rounds/new?terms=${termsId}`)
  await policy.getByLabel('Wat wilt u weten van de partijen').fill('Wat ontbrak er in het vorige ambtsbericht?')
  await policy.getByLabel('Voorstellen tot en met').fill(inDays(14))
  await policy.getByLabel('Externe deskundigen').check()
  await policy.getByRole('button', { name: 'Openen', exact: true }).click()
  await policy.getByText('De ronde is open').waitFor()
  return new URL(policy.url()).pathname
}

/** Proposes a new question in the first section. @returns the address of the proposal. */
async function propose(page: Page, round: string, wording: string): Promise<string> {
  await page.goto(`${round}/questions`)
  await page.getByRole('link', { name: 'Nieuwe vraag in 0.1' }).click()
  await page.getByLabel('Vraag in het Nederlands').fill(wording)
  await page.getByLabel('Waarom').fill('Dit is nodig voor beslissingen.')
  await page.getByRole('button', { name: 'Voorstel geven' }).click()
  await page.getByText('Uw voorstel is gegeven').waitFor()
  return new URL(page.url()).pathname
}

describe('a round', () => {
  it('goes from opening to closing with three parties, an expert and an invited organisation, without script', async () => {
    const policy = await openAs('policy', { script: false })
    const round = await openRound(policy, 'Oeganda')

    // DT&V and IND ask nearly the same.
    const dtv = await openAs('contributor', { script: false })
    await dtv.getByRole('link', { name: 'Oeganda, algemeen ambtsbericht' }).first().click()
    const first = await propose(dtv, round, 'Welke grensposten en luchthavens konden teruggekeerde reizigers gebruiken?')
    const ind = await openAs('coordinator', { script: false })
    await propose(ind, round, 'Konden teruggekeerde reizigers de luchthavens en grensposten gebruiken?')

    // The expert wants another wording, and sees only what the own organisation proposed.
    const expert = await openAs('external-expert', { script: false })
    await expert.goto(`${round}/questions`)
    await expert.getByRole('link', { name: 'Andere formulering 0.1.4' }).click()
    const present = await expert.getByLabel('Vraag in het Nederlands').inputValue()
    expect(present).toContain('grote gebeurtenissen')
    await expert.getByLabel('Waarom').fill('Dan past het antwoord bij het bredere beeld.')
    await expert.getByRole('button', { name: 'Voorstel geven' }).click()
    await expert.getByRole('alert').getByText('Zo staat de vraag er al').waitFor()
    await expert
      .getByLabel('Vraag in het Nederlands')
      .fill('Welke gebeurtenissen hebben de verslagperiode bepaald, en hoe verhouden zij zich tot het bredere beeld?')
    await expert.getByRole('button', { name: 'Voorstel geven' }).click()
    await expert.getByText('Uw voorstel is gegeven').waitFor()
    await expert.goto(round)
    expect(await expert.locator('main').innerText()).not.toContain('luchthavens')

    // An organisation without account gets a link.
    await policy.goto(`${round}/invite`)
    await policy.getByLabel('Organisatie').selectOption({ label: 'VluchtelingenWerk Nederland' })
    await policy.getByLabel('Functie van wie u aanschrijft').fill('beleidsadviseur')
    await policy.getByRole('button', { name: 'Link maken' }).click()
    const link = await policy.getByLabel('Link om te versturen').inputValue()
    const guest = await openPage({ script: false })
    await guest.goto(new URL(link).pathname)
    await guest.getByRole('link', { name: 'Voorstel doen' }).click()
    await guest.getByRole('link', { name: 'Opmerking over het geheel' }).click()
    await guest.getByLabel('Opmerking').fill('Vraag ook organisaties van vluchtelingen zelf.')
    await guest.getByRole('button', { name: 'Voorstel geven' }).click()
    await guest.getByText('Uw voorstel is gegeven').waitFor()
    await guest.getByRole('button', { name: 'Mijn inbreng is compleet' }).click()
    await guest.getByText('dat uw inbreng compleet is').first().waitFor()

    // Side by side, with why; a person takes them together.
    await policy.goto(first)
    expect(await policy.locator('main').innerText()).toMatch(/Deelt: .*luchthavens/)
    await policy.getByRole('button', { name: 'Samenvoegen met voorstel 2' }).click()
    await policy.getByRole('heading', { level: 1, name: 'Voorstellen 1, 2' }).waitFor()
    const one = policy.getByRole('group', { name: 'Voorstel 1 van DT&V' })
    const two = policy.getByRole('group', { name: 'Voorstel 2 van IND' })
    await one.getByLabel('Uitkomst').selectOption('adopted')
    await policy.getByRole('button', { name: 'Besluit vastleggen' }).click()
    await policy.getByRole('alert').getByText('Kies een uitkomst').waitFor()
    await one.getByLabel('Reden').fill('Dit ontbrak in het vorige ambtsbericht.')
    await two.getByLabel('Uitkomst').selectOption('partly')
    await two.getByLabel('Reden').fill('Als open vraag gesteld, samen met die van DT&V.')
    await policy.getByRole('button', { name: 'Besluit vastleggen' }).click()
    await policy.getByText('Het besluit is vastgelegd').waitFor()

    // The expert's wording is adopted; the guest's remark is not.
    await policy.goto(`${round}/proposals/3`)
    await policy.getByLabel('Uitkomst').selectOption('adopted')
    await policy.getByLabel('Reden').fill('Korter, en het bredere beeld staat voorop.')
    await policy.getByRole('button', { name: 'Besluit vastleggen' }).click()
    await policy.getByText('Deze vraag heeft een andere formulering').waitFor()
    await policy.goto(`${round}/manage`)
    await policy.getByText('1 voorstel wacht nog').waitFor()
    await policy.goto(`${round}/proposals/4`)
    await policy.getByLabel('Uitkomst').selectOption('not-adopted')
    await policy.getByLabel('Reden').fill('Dat doet BZ bij het onderzoek; het is geen vraag.')
    await policy.getByRole('button', { name: 'Besluit vastleggen' }).click()
    await policy.getByText('Het besluit is vastgelegd').waitFor()
    await policy.goto(`${round}/manage`)
    await policy.getByLabel('Waarom de ronde eerder sluit').fill('nee')
    await policy.getByRole('button', { name: 'Ronde sluiten' }).click()
    await policy.getByRole('alert').getByText('minstens 10 tekens').waitFor()
    await policy.getByLabel('Waarom de ronde eerder sluit').fill('Alle partijen hebben hun inbreng gegeven.')
    await policy.getByRole('button', { name: 'Ronde sluiten' }).click()
    await policy.getByText('De ronde is gesloten').first().waitFor()

    // Every giver sees what became of it; the questions say who asked.
    await dtv.goto(first)
    expect(await dtv.locator('main').innerText()).toContain('Dit ontbrak in het vorige ambtsbericht.')
    await dtv.locator('#proposal-1').getByRole('link', { name: 'Welke grensposten en luchthavens' }).click()
    await dtv.getByRole('heading', { level: 1, name: 'Terms of reference Oeganda' }).waitFor()
    expect(await dtv.locator('[id="overview.picture.added-1"]').textContent()).toContain('DT&V, IND')
    await guest.goto('/invitation/round')
    expect(await guest.locator('main').innerText()).toContain('Dat doet BZ bij het onderzoek')
  })

  it('refuses what comes too late, or twice, in plain words, and keeps what was typed', async () => {
    const policy = await openAs('policy')
    const round = await openRound(policy, 'Burundi')
    const dtv = await openAs('contributor')
    const proposal = await propose(dtv, round, 'Hoe waren de wegen naar de hoofdstad begaanbaar?')
    const other = await openAs('contributor')
    await other.goto(`${proposal}/edit`)
    await dtv.goto(`${proposal}/edit`)
    await ready(other)
    await dtv.getByLabel('Waarom').fill('Dit is nodig om reizen te plannen.')
    await dtv.getByRole('button', { name: 'Wijziging bewaren' }).click()
    await dtv.getByText('Uw voorstel is gewijzigd').waitFor()
    foresee(other, /409/)
    await other.getByLabel('Waarom').fill('Dit schreef ik in een ander venster.')
    await other.getByRole('button', { name: 'Wijziging bewaren' }).click()
    await other.getByRole('alert').getByText('in een ander venster gewijzigd').waitFor()
    await other.getByRole('alert').getByText('Dit is nodig om reizen te plannen.').waitFor()
    expect(await other.getByLabel('Waarom').inputValue()).toBe('Dit schreef ik in een ander venster.')

    await dtv.goto(`${round}/propose?kind=remark`)
    await ready(dtv)
    await dtv.getByLabel('Opmerking').fill('Wat ik te laat bedacht.')
    const sql = connect(inject('databaseUrl'), { max: 1 })
    await sql`update round set closes_on = ${inDays(-2)} where id = ${round.split('/').at(-1)!}`
    await sql.end()
    foresee(dtv, /409/)
    await dtv.getByRole('button', { name: 'Voorstel geven' }).click()
    await dtv.getByRole('alert').getByText('Dit voorstel is niet aangenomen').waitFor()
    expect(await dtv.getByLabel('Opmerking').inputValue()).toBe('Wat ik te laat bedacht.')
    await expectAccessible(dtv)
    await dtv.goto(round)
    expect(await dtv.getByRole('link', { name: 'Voorstel doen' }).count()).toBe(0)
  })

  it('is decided by keyboard, with only the fields that belong to the choice in sight', async () => {
    const policy = await openAs('policy')
    const round = await openRound(policy, 'Rwanda')
    const ind = await openAs('coordinator')
    const proposal = await propose(ind, round, 'Welke hulp kregen ontheemden, en hoe verschilde dat per gebied?')
    await policy.goto(proposal)
    await ready(policy)
    expect(await policy.getByLabel('Om welke vraag gaat het').isVisible()).toBe(false)
    expect(await policy.getByLabel('Onderdeel').isVisible()).toBe(true)
    await policy.getByLabel('Uitkomst').focus()
    await policy.keyboard.press('ArrowDown')
    await policy.keyboard.press('ArrowDown')
    await policy.keyboard.press('Tab')
    await policy.keyboard.type('Dit vraagt de uitvraag al in hoofdstuk 4.')
    await policy.keyboard.press('Tab')
    for (let at = 0; at < 3; at++) await policy.keyboard.press('ArrowDown')
    await policy.getByLabel('Om welke vraag gaat het').waitFor()
    expect(await policy.getByLabel('Onderdeel').isVisible()).toBe(false)
    await policy.keyboard.press('Tab')
    await policy.keyboard.type('4.1.2')
    await policy.keyboard.press('Tab')
    await policy.keyboard.press('Enter')
    await policy.getByText('Deze vraag vraagt dit al').waitFor()
  })

  it('is accessible on every page, in both languages and on a phone', async () => {
    const policy = await openAs('policy', { viewport: phone })
    const round = await openRound(policy, 'Ghana')
    const dtv = await openAs('contributor', { viewport: phone })
    const proposal = await propose(dtv, round, 'Welke wegen naar de hoofdstad waren begaanbaar?')
    const own = [
      '/',
      '/terms-of-reference/rounds',
      round,
      `${round}/questions`,
      `${round}/propose?kind=wording&question=overview.key-events`,
    ]
    for (const address of [...own, `${round}/propose?kind=new-question&section=movement`, `${proposal}/edit`, proposal]) {
      await dtv.goto(address)
      await expectAccessible(dtv)
      expect(await dtv.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(phone.width)
    }
    for (const address of ['/', '/terms-of-reference/rounds/new', round, proposal, `${round}/manage`, `${round}/invite`]) {
      await policy.goto(address)
      await expectAccessible(policy)
      expect(await policy.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(phone.width)
    }
    const english = await openAs('policy', { language: 'en' })
    for (const address of ['/terms-of-reference/rounds', '/terms-of-reference/rounds/new', round, proposal, `${round}/manage`]) {
      await english.goto(address)
      await expectAccessible(english)
    }
    const author = await openAs('author')
    await author.goto(proposal)
    expect(await author.getByRole('button', { name: 'Besluit vastleggen' }).count()).toBe(0)
    await expectAccessible(author)
  })
})
