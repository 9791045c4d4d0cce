import { inject, onTestFinished, describe, expect, it } from 'vitest'
import { connect, type Sql } from '#app/platform/database/sql.server.ts'
import { aSectionInReview, statusOf } from '../review/section-in-review.ts'
import { textOf } from '../sections/section.ts'
import { desktop, expectAccessible, foresee, openAs, phone, ready } from './support/pages.ts'

const reason = 'De tweede alinea heeft nog een bron nodig.'

/** A section of this test's own, in review, in the system under test. */
async function inReview(): Promise<{ sql: Sql; path: string; sectionId: string }> {
  const sql = connect(inject('databaseUrl'), { max: 2 })
  onTestFinished(() => sql.end())
  const { sectionId } = await aSectionInReview(sql, textOf('De wet stelt eisen aan de toegang tot de rechter.'))
  return { sql, sectionId, path: `/review/${sectionId}` }
}

describe('the review of a section', () => {
  it('goes without script: comment on a paragraph, deal with it, return with a reason that says enough', async () => {
    const { sql, path, sectionId } = await inReview()
    const page = await openAs('reviewer', { script: false })
    await page.goto('/review')
    await page.locator(`a[href="${path}"]`).click()
    await page.getByRole('link', { name: 'Opmerking maken bij deze alinea' }).click()
    await page.locator('form .thread-quote').getByText('De wet stelt eisen').waitFor()
    await page.getByLabel('Uw opmerking').fill(' ')
    await page.getByRole('button', { name: 'Opmerking plaatsen' }).click()
    await page.getByText('Schrijf eerst uw opmerking.').waitFor()
    await page.locator('form .thread-quote').getByText('De wet stelt eisen').waitFor()
    await page.getByLabel('Uw opmerking').fill('Welke wet?')
    await page.getByRole('button', { name: 'Opmerking plaatsen' }).click()
    await page.getByText('Uw opmerking is geplaatst.').waitFor()
    await page.getByRole('link', { name: '1 open opmerking' }).waitFor()
    await page.getByRole('button', { name: /^Afgehandeld.*opmerking van Beoordelaar Demo/ }).click()
    await page.getByText('De opmerking is afgehandeld.').waitFor()
    await page.getByText('Afgehandeld (1)').waitFor()

    await page.getByLabel('Reden').fill('te kort')
    await page.getByRole('button', { name: 'Teruggeven' }).click()
    await page.getByText('Schrijf in minstens tien tekens wat er anders moet.').waitFor()
    expect(await page.getByLabel('Reden').inputValue()).toBe('te kort')
    expect(await statusOf(sql, sectionId)).toBe('in-review')
    await page.getByLabel('Reden').fill(reason)
    await page.getByRole('button', { name: 'Teruggeven' }).click()
    await page.getByText('U hebt dit onderdeel teruggegeven.').waitFor()
    expect(await statusOf(sql, sectionId)).toBe('returned')
    await page.goto('/review?status=returned')
    await page.locator(`a[href="${path}"]`).waitFor()
  })

  it('tells the second of two reviewers who was first, and keeps the reason', async () => {
    const { sql, path, sectionId } = await inReview()
    const [first, second] = [await openAs('publisher'), await openAs('reviewer')]
    foresee(second, /409/)
    for (const page of [first, second]) {
      await page.goto(path)
      await ready(page)
    }
    await first.getByRole('button', { name: 'Vaststellen' }).click()
    await first.getByText('U hebt dit onderdeel vastgesteld.').waitFor()
    await second.getByLabel('Reden').fill(reason)
    await second.getByRole('button', { name: 'Teruggeven' }).click()
    await second.getByRole('alert').getByText('Laatste beslissing: Uitgever Demo').waitFor()
    expect(await second.getByLabel('Reden').inputValue()).toBe(reason)
    expect(await statusOf(sql, sectionId)).toBe('approved')
    await expectAccessible(second)
  })

  it('says to its author, in words, that another has to approve it', async () => {
    const { path } = await inReview()
    const page = await openAs('author')
    await page.goto(path)
    await page.getByText('Vaststellen en teruggeven doen beoordelaars en de uitgever.').waitFor()
    expect(await page.getByRole('button', { name: 'Vaststellen' }).count()).toBe(0)
  })

  it('is readable for everyone, in both languages and on a phone', async () => {
    const { path } = await inReview()
    for (const language of ['nl', 'en'] as const) {
      const page = await openAs('reviewer', { language })
      for (const address of ['/review', '/review?status=approved', path]) {
        await page.goto(address)
        for (const size of [desktop, phone]) {
          await page.setViewportSize(size)
          await expectAccessible(page)
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
        }
      }
    }
  })
})
