import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { connect } from '#app/platform/database/sql.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { addPerson, as } from '../support/people.ts'
import { someReport } from '../support/terms.ts'
import { textOf } from '../sections/section.ts'
import { expectAccessible, openAs, phone, ready } from './support/pages.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de paragraaf' })
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

describe('help for who writes', () => {
  let reportId: string
  let sections: string[]
  beforeAll(async () => {
    const sql = connect(inject('databaseUrl'), { max: 1 })
    try {
      const author = as(sql, await addPerson(sql, 'author'), () => new Date())
      const policy = as(sql, await addPerson(sql, 'policy'), () => new Date())
      reportId = await someReport(policy, author, { countryCode: 'DJI', periodFrom: '2018-01-01', periodTo: '2018-12-31' })
      const rows = await sql<{ id: string }[]>`
        select section.id from section_document join section on section.id = section_id where report_id = ${reportId} order by number`
      sections = rows.map((row) => row.id)
      for (const [index, words] of [
        'De regering nam de wet in 2018 aan. De regering voert haar uit.',
        'De regering zweeg hierover in dat jaar.',
        'Ook hier zweeg de regering in dat jaar.',
        '',
        '',
        'De president bleef dat jaar in het land.',
      ].entries())
        if (words) await saveDocument(author, { sectionId: sections[index]!, baseVersion: 0, document: textOf(words) })
      await sql`update section set status = 'in-review' where id = ${sections[2]!}`
    } finally {
      await sql.end()
    }
  })

  it('says what stands without a source, leads to it, and says so no more once a source is cited', async () => {
    const page = await openAs('author')
    await page.goto(`/sections/${sections[1]}`)
    await text(page).waitFor()
    await page.getByRole('tab', { name: 'Bevindingen 1' }).click()
    await page.getByText('Hier staat een uitspraak zonder bron').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Naar de tekst: De regering zweeg hierover' }).click()
    await page.keyboard.type('Kortom. ')
    await text(page).getByText('Kortom. De regering zweeg').waitFor()
    await page.getByLabel('Soort alinea').selectOption('gap')
    await page.getByRole('tab', { name: 'Bevindingen', exact: true }).click()
    await page.getByText('Niets gevonden om na te kijken').waitFor()
    await page.getByText('Elke feitelijke uitspraak heeft een bron achter zich').waitFor()
  })

  it('leads to the place from the findings on a phone, and to a reader without script', async () => {
    const page = await openAs('author', { viewport: phone })
    await page.goto(`/sections/${sections[0]}`)
    await ready(page)
    await page.getByRole('button', { name: 'Vraag en bronnen' }).click()
    await page.getByRole('tab', { name: 'Bevindingen 1' }).click()
    await expectAccessible(page)
    expect(await fits(page)).toBeLessThanOrEqual(phone.width)
    await page.getByRole('button', { name: 'Naar de tekst: De regering nam' }).click()
    await text(page).waitFor()
    expect(await text(page).evaluate((element) => element.contains(document.activeElement))).toBe(true)

    const reader = await openAs('reviewer', { script: false })
    await reader.goto(`/sections/${sections[0]}`)
    await reader.getByRole('link', { name: 'Naar de tekst: De regering nam' }).click()
    expect(new URL(reader.url()).hash).toMatch(/^#b[a-z0-9]{10}$/)
    expect(await reader.locator(new URL(reader.url()).hash).textContent()).toContain('De regering nam')
  })

  it('counts open points per section, in the report and beside the text, with the way to them, and counts along while one writes', async () => {
    const page = await openAs('author')
    await page.goto(`/reports/${reportId}`)
    await page
      .getByRole('link', { name: /^1 open punt in / })
      .first()
      .waitFor()
    await expectAccessible(page)
    await page.locator(`a[href="/sections/${sections[5]}#findings"]`).click()
    await text(page).waitFor()
    const tab = (name: string) => page.getByRole('tab', { name, exact: true })
    await expect.poll(() => tab('Bevindingen 1').getAttribute('aria-selected')).toBe('true')
    await expect.poll(() => tab('Bevindingen 1').evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.evaluate(() => scrollY), 'the page is seen from its beginning').toBe(0)
    await expectAccessible(page)

    const outline = page.getByRole('navigation', { name: 'Overzicht' })
    const [own, other] = [0, 5].map((index) => outline.locator(`a[href="/sections/${sections[index]}#findings"]`))
    await text(page).click()
    // The editor learns where the caret is a moment after the browser moved it.
    for (const key of ['Control+End', 'Enter']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(60)
    }
    await page.keyboard.type('Nog een uitspraak zonder enige bron.')
    await outline.getByRole('link', { name: /^2 open punten in / }).waitFor()
    expect(await own!.textContent()).toContain('1')
    await page.getByRole('tab', { name: /^Opmerkingen/ }).click()
    await other!.click()
    await expect.poll(() => tab('Bevindingen 2').getAttribute('aria-selected')).toBe('true')
    await page.getByRole('tab', { name: /^Opmerkingen/ }).click()
    await other!.click()
    await expect.poll(() => tab('Bevindingen 2').getAttribute('aria-selected')).toBe('true')
    await text(page).locator('p').last().click()
    await page.getByLabel('Soort alinea').selectOption('gap')
    await outline.getByRole('link', { name: /^2 open punten in / }).waitFor({ state: 'detached' })

    await page.setViewportSize(phone)
    await page.getByRole('button', { name: 'Overzicht' }).click()
    await expectAccessible(page)
    expect(await fits(page)).toBeLessThanOrEqual(phone.width)
    await other!.click()
    await page.getByText('Hier staat een uitspraak zonder bron').waitFor()
    await page.getByRole('button', { name: 'Overzicht' }).click()
    await own!.click()
    await page.waitForURL((url) => url.pathname === `/sections/${sections[0]}`)
    await page.getByText('Hier staat een uitspraak zonder bron').waitFor()
  })

  it('finds words in the whole report and replaces them where one may write, after a preview', async () => {
    const page = await openAs('author')
    await page.goto(`/reports/${reportId}`)
    await page.getByRole('link', { name: 'Zoeken en vervangen' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Zoeken', exact: true }).click()
    await page.getByText('Vul in waarnaar u zoekt').waitFor()
    await page.getByLabel('Zoek naar').fill('regering')
    await page.getByLabel('Vervang door').fill('overheid')
    await page.getByRole('button', { name: 'Voorbeeld van vervangen' }).click()
    await page.getByText('4 keer gevonden, in 3 van de').waitFor()
    await page.getByText('Dit onderdeel ligt vast').waitFor()
    await expectAccessible(page)
    await page.setViewportSize(phone)
    await expectAccessible(page)
    expect(await fits(page)).toBeLessThanOrEqual(phone.width)
    const boxes = page.getByRole('checkbox', { name: /^Vervangen in/ })
    expect(await boxes.count(), 'only where one may write').toBe(2)
    await boxes.last().uncheck()
    await page.getByRole('button', { name: 'Vervangen in de gekozen onderdelen' }).click()
    await page.getByText('2 keer vervangen').waitFor()
    await page.getByText('2 keer gevonden, in 2 van de').waitFor()
    await expectAccessible(page)
  })

  it('opens a place found in the text that is written in, where others see the replacement at once', async () => {
    const [one, two] = [await openAs('author'), await openAs('auteur2@demo.example')]
    await one.goto(`/sections/${sections[1]}`)
    await text(one).waitFor()
    await two.goto(`/reports/${reportId}/find?text=zweeg&words=sprak&preview=yes`)
    await two.getByRole('button', { name: 'Vervangen in de gekozen onderdelen' }).click()
    await two.getByText('1 keer vervangen').waitFor()
    await text(one).getByText('sprak hierover').waitFor()
    await two.goto(`/reports/${reportId}/find?text=sprak`)
    await two.getByRole('link', { name: 'Openen in de tekst' }).first().click()
    await text(two).waitFor()
    await two.waitForFunction(() => document.activeElement?.classList.contains('editor-text'))
    await two.keyboard.type('Toen: ')
    await text(two).getByText('Toen:').waitFor()
  })

  it('finds in the text by keyboard, replaces one and all, and undoes it', async () => {
    const page = await openAs('author')
    await page.goto(`/sections/${sections[3]}`)
    await text(page).click()
    await page.keyboard.type('De wet en de grondwet. Een Wet.')
    await page.keyboard.press('Alt+f')
    const bar = page.getByRole('search', { name: 'Zoeken in deze tekst' })
    await bar.getByLabel('Zoek', { exact: true }).fill('wet')
    await bar.getByText('1 van 3').waitFor()
    await expectAccessible(page)
    await bar.getByLabel('Hele woorden').check()
    await bar.getByText('1 van 2').waitFor()
    await bar.getByLabel('Zoek', { exact: true }).press('Enter')
    await bar.getByLabel('Zoek', { exact: true }).press('Enter')
    await bar.getByText('2 van 2').waitFor()
    await bar.getByLabel('Vervang door').fill('regel')
    await bar.getByRole('button', { name: 'Vervang', exact: true }).click()
    await text(page).getByText('De wet en de grondwet. Een regel.').waitFor()
    await bar.getByLabel('Hele woorden').uncheck()
    await bar.getByRole('button', { name: 'Vervang alle' }).click()
    await text(page).getByText('De regel en de grondregel. Een regel.').waitFor()
    await page.setViewportSize(phone)
    await expectAccessible(page)
    expect(await fits(page)).toBeLessThanOrEqual(phone.width)
    await page.keyboard.press('Escape')
    expect(await bar.count()).toBe(0)
    await page.keyboard.press('Control+z')
    await text(page).getByText('De wet en de grondwet.').waitFor()
  })

  it('starts from a building block that is a finding until it is filled in, and shows headings, words and what is told', async () => {
    const page = await openAs('author')
    await page.goto(`/sections/${sections[4]}`)
    await text(page).click()
    await page.getByLabel('Soort alinea').selectOption('3')
    await page.keyboard.type('Wettelijk kader')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Alt+b')
    await page.getByRole('dialog', { name: 'Bouwsteen invoegen' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Alleen oudere informatie' }).press('Enter')
    await page.getByRole('tab', { name: 'Bevindingen 2' }).waitFor()
    await page.keyboard.type('de wet')
    await text(page).getByText('De jongste informatie over de wet die is gevonden').waitFor()
    await page.getByRole('tab', { name: 'Bevindingen 1' }).click()
    await page.getByRole('button', { name: 'Naar de tekst: ‹datum›' }).waitFor()
    await page
      .getByRole('navigation', { name: 'Overzicht' })
      .getByRole('button', { name: 'Naar de tekst: Wettelijk kader' })
      .click()
    await page.keyboard.type('Het ')
    await text(page).getByRole('heading', { name: 'Het Wettelijk kader' }).waitFor()
    await page.locator('.facts').getByText('26', { exact: true }).waitFor()
    await expectAccessible(page)
  })
})
