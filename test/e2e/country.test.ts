import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { expectAccessible, foresee, openAs, phone, ready } from './support/pages.ts'

/** Each test has a country of its own: terms of reference of one country and period are there once. */
async function drawUp(page: Page, country: string): Promise<string> {
  await page.goto('/terms-of-reference/new')
  await page.getByLabel('Land', { exact: true }).selectOption({ label: country })
  await page.getByLabel('Verslagperiode van').fill('2026-01-01')
  await page.getByLabel('Verslagperiode tot en met').fill('2026-09-30')
  await page.getByRole('button', { name: 'Opstellen', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: `Terms of reference ${country}` }).waitFor()
  return new URL(page.url()).pathname
}

const reword = (path: string, key: string) => `${path}/questions/${key}/reword`
const first = 'overview.broad-picture'

describe('terms of reference of a country', () => {
  it('are returned by Foreign Affairs, answered by policy and handed over again, without script', async () => {
    const policy = await openAs('policy', { script: false })
    const path = await drawUp(policy, 'Tsjaad')
    await policy.goto(`${path}/hand-over`)
    await policy.getByRole('button', { name: 'Overdragen' }).click()
    await policy.getByText('De vragen staan nu vast').waitFor()

    const author = await openAs('author', { script: false })
    await author.goto(path)
    const question = author.locator(`[id="${first}"]`)
    await question.getByText('Niet te beantwoorden').first().click()
    await question.getByLabel('Waarom niet').fill('nee')
    await question.getByRole('button', { name: 'Markeren' }).click()
    await author.getByRole('alert').getByText('minstens 10 tekens').waitFor()
    await author.getByLabel('Waarom niet').fill('Hierover zijn geen bronnen te vinden.')
    await author.getByRole('button', { name: 'Markeren' }).click()
    await author.getByText('Een vraag is gemarkeerd als niet te beantwoorden').waitFor()
    expect(await author.getByRole('button', { name: 'Aanvaarden en rapport beginnen' }).count()).toBe(0)
    await author.getByRole('button', { name: 'Teruggeven aan AenM' }).click()
    await author.getByText('Teruggegeven aan AenM.').waitFor()

    await policy.goto('/')
    await policy.getByRole('link', { name: 'Tsjaad' }).click()
    await policy.getByText('waarvan 1 nog zonder antwoord').waitFor()
    await policy.getByRole('link', { name: 'Opnieuw overdragen aan BZ' }).click()
    await policy.getByRole('button', { name: 'Overdragen' }).click()
    await policy.getByRole('alert').getByText('Nog niet elke teruggegeven vraag heeft een antwoord').waitFor()
    await policy.goto(`${path}?question=${first}`)
    const returned = policy.locator(`[id="${first}"]`)
    await returned.getByText('Laten staan met uitleg').first().click()
    await returned.getByLabel('Uitleg voor BZ').fill('Een beperkt antwoord volstaat hier.')
    await returned.getByRole('button', { name: 'Laten staan' }).click()
    await policy.getByText('alles is beantwoord').waitFor()
    await policy.getByRole('link', { name: 'Opnieuw overdragen aan BZ' }).click()
    await policy.getByText('Een beperkt antwoord volstaat hier.').waitFor()
    await policy.getByRole('button', { name: 'Overdragen' }).click()
    await policy.getByRole('link', { name: 'Geschiedenis', exact: true }).click()
    await policy.getByText('Blijft staan, met uitleg').waitFor()

    await author.goto(path)
    await author.getByRole('button', { name: 'Aanvaarden en rapport beginnen' }).click()
    await author.waitForURL(/\/reports\//)
  })

  it('tell the second of two people who reword a question what the first wrote, and keep what was typed', async () => {
    const policy = await openAs('policy')
    const path = await drawUp(policy, 'Mali')
    const late = await openAs('policy')
    for (const page of [policy, late]) {
      await page.goto(reword(path, first))
      await ready(page)
    }
    await policy.getByLabel('Vraag in het Nederlands').fill('Hoe ontwikkelde het land zich volgens de eerste?')
    await policy.getByLabel('Reden', { exact: true }).fill('De eerste reden van twee.')
    await policy.getByRole('button', { name: 'Opslaan' }).click()
    await policy.getByText('Reden van herformuleren').waitFor()
    await policy.getByText('Vergeleken met de standaard').waitFor()
    await expectAccessible(policy)

    foresee(late, /409/)
    const typed = 'Hoe ontwikkelde het land zich volgens de tweede?'
    await late.getByLabel('Vraag in het Nederlands').fill(typed)
    await late.getByLabel('Reden', { exact: true }).fill('De tweede reden van twee.')
    await late.getByRole('button', { name: 'Opslaan' }).click()
    const conflict = late.getByRole('alert').filter({ hasText: 'Iemand anders heeft deze vraag intussen gewijzigd' })
    await conflict.getByText('Hoe ontwikkelde het land zich volgens de eerste?').first().waitFor()
    expect(await late.getByLabel('Vraag in het Nederlands').inputValue()).toBe(typed)
    expect(await late.getByLabel('Reden', { exact: true }).inputValue()).toBe('De tweede reden van twee.')
    await expectAccessible(late)
    await late.getByRole('button', { name: 'Opslaan' }).click()
    await late.getByText('De tweede reden van twee.').waitFor()
    await late.getByRole('link', { name: 'Geschiedenis van deze vraag' }).click()
    await late.getByText('De eerste reden van twee.').waitFor()
    await expectAccessible(late)
  })

  it('stand on the planning board with milestones that are adjusted with a reason, and go into a calendar', async () => {
    const policy = await openAs('policy')
    const path = await drawUp(policy, 'Niger')
    await policy.goto(`/planning/${path.split('/').at(-1)}`)
    await ready(policy)
    await policy.getByText('Planning bijstellen').click()
    foresee(policy, /422/)
    await policy.getByLabel('Alles vastgesteld').fill('2020-01-01')
    await policy.getByRole('button', { name: 'Planning opslaan' }).click()
    await policy.getByRole('alert').getByText('ligt vóór de vorige mijlpaal').waitFor()
    await policy.getByLabel('Alles vastgesteld').fill('2029-12-01')
    await policy.getByLabel('Alles uitgegeven').fill('2029-12-31')
    await policy.getByLabel('Reden', { exact: true }).fill('Bronnen zijn pas later te spreken.')
    await policy.getByRole('button', { name: 'Planning opslaan' }).click()
    await policy.getByText('De planning is bijgesteld.').waitFor()
    await policy.getByText('Bronnen zijn pas later te spreken.').waitFor()
    await policy.goto('/planning')
    await policy.getByRole('link', { name: 'Niger, algemeen ambtsbericht' }).waitFor()
    const [download] = await Promise.all([
      policy.waitForEvent('download'),
      policy.getByRole('link', { name: 'Agenda (iCalendar)' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('planning.ics')
  })

  it('are accessible on every page, in both languages and on a phone', async () => {
    const policy = await openAs('policy', { viewport: phone })
    const path = await drawUp(policy, 'Benin')
    const publisher = await openAs('publisher', { language: 'en' })
    const id = path.split('/').at(-1)
    for (const page of [policy, publisher]) {
      for (const address of [
        path,
        `${path}/history`,
        reword(path, first),
        '/planning',
        '/planning?show=late',
        `/planning/${id}`,
      ]) {
        await page.goto(address)
        await expectAccessible(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0)
      }
    }
    await policy.goto('/planning/lead-times')
    await expectAccessible(policy)
    expect(await policy.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  })
})
