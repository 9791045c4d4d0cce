import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { connect } from '#app/platform/database/sql.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { setAsOfDate } from '#app/services/reports/set-as-of-date.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { newBlockId } from '#editor/document/block-ids.ts'
import { addPerson, as } from '../support/people.ts'
import { someReport } from '../support/terms.ts'
import { expectAccessible, openAs, phone } from './support/pages.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de paragraaf' })
const tab = (page: Page) => page.getByRole('tab', { name: /Voorstellen/ })
const saved = (page: Page) =>
  page
    .locator('.save-state[data-state=saved]')
    .getByText(/Opgeslagen om/)
    .waitFor()
/** The text with what is suggested told apart. */
const shown = (page: Page) =>
  text(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement
    for (const it of copy.querySelectorAll('ins')) it.replaceWith(`{+${it.textContent}+}`)
    for (const it of copy.querySelectorAll('del')) it.replaceWith(`[-${it.textContent}-]`)
    return [...copy.childNodes].map((block) => block.textContent).join(' ')
  })
/** Moves the caret. The editor hears of it a moment later; nobody types faster than that. */
async function move(page: Page, ...keys: string[]) {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(250)
  }
}
const is = (page: Page, words: string) => expect.poll(() => shown(page), { timeout: 15_000 }).toBe(words)

describe('suggesting changes in the browser', () => {
  let sections: string[]
  beforeAll(async () => {
    const sql = connect(inject('databaseUrl'), { max: 1 })
    try {
      const author = as(sql, await addPerson(sql, 'author'), () => new Date())
      const policy = as(sql, await addPerson(sql, 'policy'), () => new Date())
      const reportId = await someReport(policy, author, { countryCode: 'SDN', periodFrom: '2018-01-01', periodTo: '2018-12-31' })
      const rows = await sql<{ id: string }[]>`
        select section.id from section_document join section on section.id = section_id where report_id = ${reportId} order by number`
      sections = rows.map((row) => row.id)
      for (const sectionId of sections.slice(0, 3)) {
        const paragraph = (words: string) => ({
          type: 'paragraph',
          attrs: { id: newBlockId(), kind: 'fact' },
          content: [{ type: 'text', text: words }],
        })
        const document = {
          type: 'doc',
          content: [paragraph('De wet kent dienstplicht.'), paragraph('Wie weigert, wordt gestraft.')],
        }
        await saveDocument(author, { sectionId, baseVersion: 0, document })
        await setAsOfDate(author, sectionId, '2026-10-15')
      }
      await submitSection(author, sections[2]!)
    } finally {
      await sql.end()
    }
  })
  const open = async (page: Page, index: number) => {
    await page.goto(`/sections/${sections[index]}`)
    await text(page).click()
    // Carets of others come in first: they would put one's own back where it was.
    await page.getByText(/U bent hier alleen|Ook in deze tekst/).waitFor()
    await move(page, 'Control+Home')
  }

  it('lets a reviewer put changes before the author, who takes over one and turns down the other', async () => {
    const [author, reviewer] = [await openAs('author'), await openAs('reviewer')]
    await open(author, 0)
    await open(reviewer, 0)
    await reviewer.getByText('U doet hier voorstellen').waitFor()
    await reviewer.getByText('Ook in deze tekst').waitFor()
    await author.getByText('Ook in deze tekst').waitFor()
    await move(reviewer, 'Control+Home', 'End', 'ArrowLeft')
    await reviewer.keyboard.type(' voor mannen')
    await move(reviewer, 'ArrowDown', 'Home')
    for (let letters = 0; letters < 4; letters++) await reviewer.keyboard.press('Delete')
    await reviewer.keyboard.type('Al wie ')
    const both = 'De wet kent dienstplicht{+ voor mannen+}. [-Wie -]{+Al wie +}weigert, wordt gestraft.'
    await is(reviewer, both)
    await saved(reviewer)
    await is(author, both)

    await tab(author).click()
    await author.getByRole('listitem').filter({ hasText: 'Toevoegen' }).getByText('voor mannen').first().waitFor()
    await expect
      .poll(
        () =>
          author
            .locator('.suggestion')
            .filter({ hasText: /Beoordelaar/ })
            .count(),
        { timeout: 15_000 },
      )
      .toBe(2)
    const words = (page: Page, name: string) => page.getByRole('group', { name }).first().textContent()
    expect(await words(author, 'Voorstel van Beoordelaar Demo: toevoegen')).toBe(' voor mannen')
    expect(await words(author, 'Voorstel van Beoordelaar Demo: weghalen')).toBe('Wie ')
    expect(await words(reviewer, 'Voorstel van u: toevoegen')).toBe(' voor mannen')
    const reader = await openAs('policy')
    await reader.goto(`/sections/${sections[0]}`)
    expect(await words(reader, 'Voorstel van Beoordelaar Demo: toevoegen')).toBe(' voor mannen')
    await expectAccessible(reader)
    await expectAccessible(author)
    await author
      .locator('.suggestion')
      .first()
      .getByRole('button', { name: /^Overnemen/ })
      .click()
    await author
      .locator('.suggestion')
      .first()
      .getByRole('button', { name: /^Afwijzen/ })
      .click()
    const settled = 'De wet kent dienstplicht voor mannen. Wie weigert, wordt gestraft.'
    await is(author, settled)
    await saved(author)
    await is(reviewer, settled)
    await author.getByText('Er zijn geen voorstellen in deze tekst.').waitFor()
    await author.setViewportSize(phone)
    await expectAccessible(author)
  })

  it('lets an author suggest by choice, by keyboard, and decide by keyboard', async () => {
    const page = await openAs('author')
    await open(page, 1)
    await page.keyboard.press('Alt+s')
    await page.getByText('U doet voorstellen').waitFor()
    await page.keyboard.type('Kort: ')
    await is(page, '{+Kort: +}De wet kent dienstplicht. Wie weigert, wordt gestraft.')
    await move(page, 'Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Nieuw.')
    await is(page, '{+Kort: +}De wet kent dienstplicht. Wie weigert, wordt gestraft. {+Nieuw.+}')
    await page.keyboard.press('Alt+s')
    await page.getByText('U doet voorstellen').waitFor({ state: 'detached' })
    await page.keyboard.press('Alt+j')
    await page.keyboard.press('Alt+x')
    await page.keyboard.press('Alt+j')
    await page.keyboard.press('Alt+y')
    await is(page, 'De wet kent dienstplicht. Wie weigert, wordt gestraft. Nieuw.')
    await page.keyboard.press('Control+z')
    await is(page, 'De wet kent dienstplicht. Wie weigert, wordt gestraft. {+Nieuw.+}')
    await saved(page)
  })

  it('says what cannot be suggested and changes nothing, and is there for a reviewer while a section is in review', async () => {
    const reviewer = await openAs('reviewer')
    await open(reviewer, 2)
    await reviewer.getByRole('button', { name: 'Opsomming' }).and(reviewer.locator('[aria-disabled=true]')).waitFor()
    await reviewer.keyboard.type('- ')
    await reviewer.keyboard.type('Zo.')
    await saved(reviewer)
    await is(reviewer, '{+- Zo.+}De wet kent dienstplicht. Wie weigert, wordt gestraft.')
    await expectAccessible(reviewer)
    const author = await openAs('author')
    await author.goto(`/sections/${sections[2]}`)
    await author.getByText('in beoordeling: de tekst staat vast').waitFor()
    await author.locator('.text ins').getByText('- Zo.').waitFor()
    await tab(author).click()
    await author.getByText('Over voorstellen beslist een auteur').waitFor()
    await expectAccessible(author)
  })
})
