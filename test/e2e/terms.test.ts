import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { expectAccessible, foresee, openAs, phone, ready } from './support/pages.ts'

/** Each test has a country of its own: terms of reference of one country and period are there once. */
async function drawUp(page: Page, country: string): Promise<string> {
  await page.goto('/terms-of-reference/new')
  await page.getByLabel('Land', { exact: true }).selectOption({ label: country })
  await page.getByLabel('Verslagperiode van').fill('2026-01-01')
  await page.getByLabel('Verslagperiode tot en met').fill('2026-09-30')
  await page.getByLabel('Rapport gereed op').fill('2027-03-01')
  await page.getByRole('button', { name: 'Opstellen', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: `Terms of reference ${country}` }).waitFor()
  return new URL(page.url()).pathname
}

describe('terms of reference', () => {
  it('come back filled with a sentence beside each field that will not do', async () => {
    const page = await openAs('policy')
    foresee(page, /422/)
    await page.goto('/terms-of-reference/new')
    await ready(page)
    await page.getByLabel('Land', { exact: true }).selectOption({ label: 'Soedan' })
    await page.getByLabel('Verslagperiode van').fill('2026-06-01')
    await page.getByLabel('Verslagperiode tot en met').fill('2026-01-31')
    await page.getByLabel('Rapport gereed op').fill('2027-03-01')
    await page.getByRole('button', { name: 'Opstellen', exact: true }).click()
    await page.getByRole('alert').getByText('De verslagperiode eindigt vóór zij begint').waitFor()
    expect(await page.getByLabel('Verslagperiode tot en met').getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByLabel('Land', { exact: true }).inputValue()).toBe('SDN')
    await expectAccessible(page)
  })

  it('go from policy to Foreign Affairs without script: drop with a reason, put back, add, hand over, accept, assign', async () => {
    const policy = await openAs('policy', { script: false })
    const path = await drawUp(policy, 'Somalië')
    await policy.goto(`${path}?chapter=human-rights`)
    const question = policy.locator('[id="sgbv.forced-child-marriage"]')
    await question.getByText('Laten vervallen', { exact: false }).first().click()
    await question.getByLabel('Reden').fill('nee')
    await question.getByRole('button', { name: 'Laten vervallen' }).click()
    await policy.getByRole('alert').getByText('minstens 10 tekens').waitFor()
    expect(await policy.locator('main').innerText()).toContain('verplicht en hoort bij het genderblok')
    expect(await policy.getByLabel('Reden').inputValue()).toBe('nee')
    await policy.getByLabel('Reden').fill('Komt in het thematische bericht.')
    await policy.getByRole('button', { name: 'Laten vervallen' }).click()
    await question.getByText('Komt in het thematische bericht.').waitFor()
    expect(await policy.locator('.coverage').innerText()).toContain('Niet volledig: 45 van de 46')
    await question.getByRole('button', { name: 'Terugzetten' }).click()
    await policy.getByText('Volledig: alle 46').waitFor()

    await policy.getByRole('link', { name: 'Vraag toevoegen 3.9' }).click()
    await policy.getByLabel('Vraag in het Nederlands').fill('Wat is bekend over hulp in de kampen?')
    await policy.getByLabel('Reden').fill('Gevraagd door de IND in 2026.')
    await policy.getByRole('button', { name: 'Toevoegen' }).click()
    await policy.getByText('Gevraagd door de IND in 2026.').waitFor()

    await policy.getByRole('link', { name: 'Overdragen aan BZ' }).click()
    await policy.getByRole('button', { name: 'Overdragen' }).click()
    await policy.getByText('De vragen staan nu vast').waitFor()
    expect(await policy.getByText('Laten vervallen').count()).toBe(0)

    const author = await openAs('author', { script: false })
    await author.getByRole('link', { name: 'Somalië' }).click()
    await author.getByRole('button', { name: 'Aanvaarden en rapport beginnen' }).click()
    await author
      .getByRole('heading', { level: 1, name: 'Algemeen ambtsbericht Somalië, 1 januari – 30 september 2026' })
      .waitFor()
    await author.getByLabel('Kies 3.9', { exact: true }).check()
    await author.getByRole('button', { name: 'Toewijzen' }).click()
    await author.getByText('De gekozen onderdelen zijn toegewezen').waitFor()
    await author.getByLabel('Kies 3.9', { exact: true }).check()
    await author.getByLabel('Peildatum').fill('2999-01-01')
    await author.getByRole('button', { name: 'Peildatum zetten' }).click()
    await author.getByRole('alert').getByText('kan niet in de toekomst liggen').waitFor()
    expect(await author.getByLabel('Kies 3.9', { exact: true }).isChecked()).toBe(true)
    await author.goto('/')
    await author.getByRole('link', { name: '3.9 Seksueel en gendergerelateerd geweld' }).waitFor()
  })

  it('tell who came second, and keep what they had typed', async () => {
    const policy = await openAs('policy')
    const path = await drawUp(policy, 'Eritrea')
    const late = await openAs('policy')
    await late.goto(`${path}/questions/overview.developments/drop`)
    await ready(late)
    await late.getByLabel('Reden').fill('Eerste bericht over dit land.')
    await policy.goto(`${path}/hand-over`)
    await policy.getByRole('button', { name: 'Overdragen' }).click()
    await policy.getByText('De vragen staan nu vast').waitFor()
    foresee(late, /409/)
    await late.getByRole('button', { name: 'Laten vervallen' }).click()
    await late.getByRole('alert').getByText('zijn overgedragen aan BZ').waitFor()
    expect(await late.getByLabel('Reden').inputValue()).toBe('Eerste bericht over dit land.')

    const author = await openAs('author')
    const publisher = await openAs('publisher')
    await author.goto(path)
    await publisher.goto(path)
    await ready(publisher)
    await author.getByRole('button', { name: 'Aanvaarden en rapport beginnen' }).click()
    await author.waitForURL(/\/reports\//)
    await publisher.getByRole('button', { name: 'Aanvaarden en rapport beginnen' }).click()
    await publisher.getByText('Iemand anders was u voor').waitFor()
    await publisher.getByRole('link', { name: 'Naar het rapport' }).click()
    await publisher.waitForURL(author.url().split('?')[0]!)
  })

  it('are accessible on every page, in both languages and on a phone', async () => {
    const policy = await openAs('policy', { viewport: phone })
    const path = await drawUp(policy, 'Libië')
    const author = await openAs('author', { language: 'en' })
    for (const page of [policy, author]) {
      for (const address of ['/', '/terms-of-reference', '/terms-of-reference/standard?chapter=human-rights', path, '/reports']) {
        await page.goto(address)
        await expectAccessible(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0)
      }
    }
    for (const address of [
      `${path}/add?section=sgbv`,
      `${path}/questions/sgbv.forced-child-marriage/drop`,
      `${path}/hand-over`,
    ]) {
      await policy.goto(address)
      await expectAccessible(policy)
      expect(await policy.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
    }
    for (const role of ['decision-officer', 'administrator', 'external-expert', 'publisher', 'reviewer'] as const) {
      const page = await openAs(role)
      await expectAccessible(page)
    }
  })
})
