import { describe, expect, inject, it, onTestFinished } from 'vitest'
import type { Page } from 'playwright-core'
import { connect, type Sql } from '#app/platform/database/sql.server.ts'
import { createRelease } from '#app/services/releases/create-release.server.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { aSectionInReview } from '../review/section-in-review.ts'
import { aSection, textOf } from '../sections/section.ts'
import { approvedReport } from '../support/released.ts'
import { expectAccessible, openAs, phone, ready } from './support/pages.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de paragraaf' })
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)
const definition = (page: Page) => page.getByRole('tooltip')

function database(): Sql {
  const sql = connect(inject('databaseUrl'), { max: 2 })
  onTestFinished(() => sql.end())
  return sql
}
/** The words, the second of them a term of the glossary, the last with a key that is not in it. */
function withTerms(words: string): SectionDocument {
  const document = textOf(words)
  const term = (key: string, said: string) => ({ type: 'text', text: said, marks: [{ type: 'term', attrs: { key } }] })
  document.content[0]!.content!.push(term('torture', 'foltering'), { type: 'text', text: ' en ' }, term('of-later', 'iets.'))
  return document
}
/** Shown by focus and by pointer, gone with Escape, and a link; what is not in the glossary is neither. */
async function readTerm(page: Page): Promise<void> {
  const term = page.getByRole('link', { name: 'foltering', exact: true })
  await term.focus()
  await definition(page).getByText('hevige pijn').waitFor()
  expect(await term.getAttribute('aria-describedby')).toBe(await definition(page).getAttribute('id'))
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await definition(page).waitFor({ state: 'hidden' })
  await term.blur()
  await term.hover()
  await definition(page).getByText('hevige pijn').hover()
  await page.waitForTimeout(600)
  expect(await definition(page).isVisible(), 'the pointer is on the definition').toBe(true)
  await page.mouse.move(0, 0)
  await definition(page).waitFor({ state: 'hidden' })
  expect(await page.locator('[data-term]').count()).toBe(1)
  await term.press('Enter')
  await page.waitForURL(/\/glossary#torture$/)
  await page.locator('#torture').getByText('hevige pijn').waitFor()
}

describe('terms of the glossary', () => {
  it('are marked and put in by keyboard, and say what they mean where the caret is and under the pointer', async () => {
    const { sectionId } = await aSection(database())
    const page = await openAs('author')
    await page.goto(`/sections/${sectionId}`)
    await text(page).click()
    await page.keyboard.type('Over foltering')
    await page.keyboard.press('Control+Shift+ArrowLeft')
    await page.keyboard.press('Alt+g')
    const dialog = page.getByRole('dialog', { name: 'Begrip' })
    await dialog.getByText('geselecteerde woorden: foltering').waitFor()
    await dialog.getByRole('option').first().waitFor()
    await expectAccessible(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await text(page).locator('.term[data-term=torture]').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type(' van een ')
    await page.keyboard.press('Alt+g')
    await dialog.getByRole('combobox').fill('vluchtel')
    await dialog.getByRole('option', { name: /^vluchteling/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.type('.')
    expect(await text(page).innerText()).toContain('Over foltering van een vluchteling.')
    await page.keyboard.press('ArrowLeft')
    await page.locator('.term-here').getByText('Begrip: vluchteling').waitFor()
    await expectAccessible(page)
    await text(page).locator('.term[data-term=torture]').hover()
    await definition(page).getByText('hevige pijn').waitFor()
    await page.keyboard.press('Escape')
    await definition(page).waitFor({ state: 'hidden' })
    await page.setViewportSize(phone)
    await expectAccessible(page)
    expect(await fits(page)).toBeLessThanOrEqual(phone.width)
    await page.keyboard.press('Alt+g')
    await dialog.getByText('horen nu bij het begrip vluchteling').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Geen begrip meer' }).press('Enter')
    await text(page).locator('.term[data-term=refugee]').waitFor({ state: 'detached' })
  })

  it('are explained in review and in a release, by focus and pointer, and without script by a link', async () => {
    const sql = database()
    const { sectionId } = await aSectionInReview(sql, withTerms('Er is sprake van '))
    const reviewer = await openAs('reviewer')
    await reviewer.goto(`/review/${sectionId}`)
    await ready(reviewer)
    await readTerm(reviewer)
    await expectAccessible(reviewer)

    const { reportId, sectionIds, publisher } = await approvedReport(sql, [withTerms('Gemeld wordt ')], { countryCode: 'DJI' })
    const { number } = await createRelease(publisher, { reportId, sectionIds })
    const officer = await openAs('decision-officer', { viewport: phone })
    await officer.goto(`/releases/${number}`)
    await ready(officer)
    await readTerm(officer)
    await expectAccessible(officer)
    expect(await fits(officer)).toBeLessThanOrEqual(phone.width)

    const bare = await openAs('decision-officer', { script: false })
    await bare.getByRole('link', { name: 'Begrippen', exact: true }).click()
    await bare.getByRole('link', { name: 'foltering', exact: true }).waitFor()
  })
})
