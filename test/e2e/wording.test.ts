import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { expectAccessible, foresee, openAs, phone, ready } from './support/pages.ts'

/** The page to add a question to new terms of reference of a country. */
async function addPage(page: Page, country: string): Promise<string> {
  await page.goto('/terms-of-reference/new')
  await page.getByLabel('Land', { exact: true }).selectOption({ label: country })
  await page.getByLabel('Verslagperiode van').fill('2026-01-01')
  await page.getByLabel('Verslagperiode tot en met').fill('2026-09-30')
  await page.getByLabel('Rapport gereed op').fill('2027-03-01')
  await page.getByRole('button', { name: 'Opstellen', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: `Terms of reference ${country}` }).waitFor()
  return `${new URL(page.url()).pathname}/add`
}

describe('hints about the wording of a question', () => {
  it('come while typing, show their place, and are left as they are with a reason that a colleague sees', async () => {
    const policy = await openAs('policy')
    const address = await addPage(policy, 'Oekraïne')
    await policy.goto(address)
    await ready(policy)
    const field = policy.getByLabel('Vraag in het Nederlands')
    await field.pressSequentially('Hoe treedt het regime op tegen vissers?')
    await policy.getByRole('status').getByText('1 aandachtspunt bij de formulering').waitFor()
    await policy.getByText('Geladen term.').waitFor()
    await expectAccessible(policy)
    await policy.getByRole('button', { name: /Toon in de tekst/ }).press('Enter')
    const chosen = await field.evaluate((it: HTMLTextAreaElement) => it.value.slice(it.selectionStart, it.selectionEnd))
    expect(chosen).toBe('regime')

    foresee(policy, /422/)
    await policy.getByText('Zo laten, met reden').press('Enter')
    await policy.getByLabel('Waarom blijft dit zo?').fill('kort')
    await policy.getByLabel('Waarom blijft dit zo?').press('Enter')
    await policy.getByRole('alert').getByText('minstens 10 tekens').waitFor()
    expect(await policy.getByLabel('Waarom blijft dit zo?').inputValue()).toBe('kort')
    await policy.getByLabel('Waarom blijft dit zo?').fill('Dit is het woord dat de bron zelf gebruikt.')
    await policy.getByLabel('Waarom blijft dit zo?').press('Enter')
    await policy.getByText('Zo gelaten: Dit is het woord dat de bron zelf gebruikt.').waitFor()
    expect(await policy.getByText('1 aandachtspunt').count()).toBe(0)
    expect(new URL(policy.url()).pathname, 'the form around it was not sent').toBe(address)

    const colleague = await openAs('contributor')
    await colleague.goto('/terms-of-reference/wording')
    await ready(colleague)
    await colleague.getByLabel('Vraag', { exact: true }).fill('Hoe treedt het regime op tegen vissers?')
    await colleague.getByRole('button', { name: 'Toets' }).click()
    await colleague.getByText('Zo gelaten: Dit is het woord dat de bron zelf gebruikt.').waitFor()
    await colleague.getByText('Beleid Demo (AenM)').waitFor()
    await colleague.getByRole('button', { name: 'Hint weer tonen' }).click()
    await colleague.getByText('De hint is weer zichtbaar').waitFor()
    await colleague.getByText('1 aandachtspunt').waitFor()

    const author = await openAs('author')
    await author.goto(`/terms-of-reference/wording?language=nl&wording=${encodeURIComponent('Hoe treedt het regime op?')}`)
    await author.getByText('Geladen term.').waitFor()
    expect(await author.getByText('Zo laten, met reden').count(), 'who writes no questions leaves none').toBe(0)
  })

  it('never hold a question back, and without script they come in another window and after a post', async () => {
    const policy = await openAs('policy', { script: false })
    await policy.goto(await addPage(policy, 'Georgië'))
    await policy.getByLabel('Vraag in het Nederlands').fill('Is er nog steeds geweld tegen vissers?')
    const opened = policy.context().waitForEvent('page')
    await policy.getByRole('button', { name: 'Formulering toetsen' }).first().click()
    const other = await opened
    await other.getByText('2 aandachtspunten bij de formulering').waitFor()
    await other.getByText('Zo laten, met reden').first().click()
    await other.getByLabel('Waarom blijft dit zo?').first().fill('nee')
    await other.getByRole('button', { name: 'Zo laten' }).first().click()
    await other.getByRole('alert').getByText('minstens 10 tekens').waitFor()
    expect(await other.getByLabel('Waarom blijft dit zo?').first().inputValue()).toBe('nee')
    await other.getByLabel('Waarom blijft dit zo?').first().fill('Zo staat het in de motie.')
    await other.getByRole('button', { name: 'Zo laten' }).first().click()
    await other.getByText('Zo gelaten: Zo staat het in de motie.').waitFor()

    expect(await policy.getByLabel('Vraag in het Nederlands').inputValue()).toBe('Is er nog steeds geweld tegen vissers?')
    await policy.getByRole('button', { name: 'Toevoegen' }).click()
    await policy.getByRole('alert').waitFor()
    await policy.getByText('aandachtspunten bij de formulering').waitFor()
    await policy.getByLabel('Reden').fill('Gevraagd door de IND in 2026.')
    await policy.getByRole('button', { name: 'Toevoegen' }).click()
    await policy.getByText('Is er nog steeds geweld tegen vissers?').waitFor()
  })

  it('stand per standard and country, with the coverage, accessibly and on a phone', async () => {
    for (const page of [
      await openAs('policy', { viewport: phone }),
      await openAs('author', { language: 'en', viewport: { width: 320, height: 640 } }),
    ]) {
      await page.goto('/terms-of-reference')
      const addresses = await page
        .locator('main a[href^="/terms-of-reference/"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
      const country = addresses.find((address) => /^\/terms-of-reference\/[0-9a-f-]{36}$/.test(address))!
      await page.goto(country)
      await page.locator('.coverage summary').click()
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), country).toBeLessThanOrEqual(0)
      await page.locator('.coverage a[href^="/terms-of-reference/wording/"]').click()
      await page.waitForURL(/\/wording\/country\//)
      await page.locator('select[name=kind]').selectOption('leading')
      await page.locator('.wording-filter button').click()
      await page.waitForURL(/kind=leading/)
      for (const address of [page.url(), '/terms-of-reference/wording?language=nl&wording=Is+er+opvang%3F']) {
        await page.goto(address)
        await expectAccessible(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0)
      }
    }
  })
})
