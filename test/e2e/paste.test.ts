import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { connect } from '#app/platform/database/sql.server.ts'
import { createSource } from '#app/services/sources/create-source.server.ts'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { addPerson, as } from '../support/people.ts'
import { someReport } from '../support/terms.ts'
import { expectAccessible, openAs, phone } from './support/pages.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de paragraaf' })
const saved = (page: Page) => page.getByText(/^(Opgeslagen om|Alles is opgeslagen)/).first()
const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '..', 'editor', 'paste', 'fixtures', `${name}.html`), 'utf8')

/** Pastes as a browser does when another program filled the clipboard; HTML can be made in the page, where it is large. */
async function paste(page: Page, html: string, repeat = 1): Promise<number> {
  await text(page).click()
  await page.keyboard.press('Control+End')
  return text(page).evaluate(
    (element, given) => {
      const data = new DataTransfer()
      data.setData('text/html', given.repeat > 1 ? `<body>${given.html.repeat(given.repeat)}</body>` : given.html)
      const before = performance.now()
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      return performance.now() - before
    },
    { html, repeat },
  )
}

describe('pasting from other programs', () => {
  let sections: string[]
  beforeAll(async () => {
    const sql = connect(inject('databaseUrl'), { max: 1 })
    try {
      const author = as(sql, await addPerson(sql, 'author'), () => new Date())
      const policy = as(sql, await addPerson(sql, 'policy'), () => new Date())
      const reportId = await someReport(policy, author, { countryCode: 'DJI', periodFrom: '2016-01-01', periodTo: '2016-12-31' })
      const rows = await sql<{ id: string }[]>`
        select section.id from section_document join section on section.id = section_id where report_id = ${reportId} order by number`
      sections = rows.map((row) => row.id)
      const sourceId = await createSource(author, { name: 'Observatorium voor Plakproeven (OVP)', kind: 'ngo' })
      await createSourceItem(author, { sourceId, title: 'Verslag van een proef', url: 'https://example.org/verslag?id=3' })
      await createSourceItem(author, { sourceId, title: 'World Report 2024', published: '2024' })
    } finally {
      await sql.end()
    }
  })

  it('takes text from Word over clean; a known link becomes a source, a note gets its own by hand, and all of it is saved', async () => {
    const page = await openAs('author')
    await page.goto(`/sections/${sections[0]}`)
    await text(page).waitFor()
    await paste(page, fixture('word'))
    await page.getByText('Geplakt uit Word.').waitFor()
    await page.getByText('1 link staat in het bronnenregister en is als bron gezet.').waitFor()
    await page.getByText('Niet meegekomen: 1 afbeelding, 1 passage die als verwijderd bijgehouden was, 1 opmerking.').waitFor()
    expect(await text(page).locator('h3').allTextContents()).toContain('Dienstplicht')
    expect(await text(page).locator('th').allTextContents()).toEqual(['Jaar', 'Bedrag'])
    expect(await text(page).locator('.cited').first().textContent()).toContain('OVP')
    expect(await text(page).locator('.footnote-to-match').count()).toBe(1)
    await saved(page).waitFor()

    await page.getByRole('tab', { name: 'Nog te koppelen 1' }).click()
    await page.getByText('World Report 2024', { exact: true }).or(page.getByText('World Report 2024 ')).first().waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: /^Koppelen aan World Report 2024/ }).click()
    await page.getByText('Gekoppeld. Alle noten hebben nu hun bron.').waitFor()
    expect(await text(page).locator('.footnote-to-match').count()).toBe(0)
    await page.getByRole('tab', { name: 'Nog te koppelen', exact: true }).waitFor()
    await saved(page).waitFor()
    await page.getByRole('button', { name: 'Sluiten' }).click()

    await page.reload()
    await text(page).waitFor()
    expect(await text(page).locator('.cited').count()).toBe(2)
    expect(await text(page).textContent()).toContain('p. 12')
  })

  it('finds or adds the source of a note in the picker, on a phone too', async () => {
    const page = await openAs('author', { viewport: phone })
    await page.goto(`/sections/${sections[1]}`)
    await text(page).waitFor()
    await paste(page, '<p>Woorden <a href="https://example.com/nieuw-verslag">van elders</a>.</p>')
    await page.getByText('1 noot of link wacht nog op zijn bron').waitFor()
    await page.getByRole('button', { name: 'Vraag en bronnen' }).click()
    await page.getByRole('tab', { name: 'Nog te koppelen 1' }).click()
    await page.getByText('Niets in het register dat erop lijkt.').waitFor()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
    await page.getByRole('button', { name: /^Zoeken of nieuwe bron/ }).click()
    await page.getByRole('button', { name: /https:\/\/example\.com\/nieuw-verslag/ }).click()
    expect(await page.getByLabel('Webadres').inputValue()).toBe('https://example.com/nieuw-verslag')
    await page.getByLabel('Titel').fill('Een nieuw verslag')
    await page.getByLabel('Uitgever').fill('Observatorium voor Plakproeven (OVP)')
    await page.getByRole('button', { name: 'Toevoegen aan het register' }).click()
    await page.getByRole('button', { name: 'Invoegen' }).click()
    expect(await text(page).locator('.cited').count()).toBe(1)
    expect(await text(page).locator('.footnote-to-match').count()).toBe(0)
  })

  it('a copy from a section keeps its citations, and what was copied in a table its cells', async () => {
    const page = await openAs('author')
    await page.goto(`/sections/${sections[0]}`)
    await text(page).waitFor()
    await text(page).click()
    await page.keyboard.press('Control+a')
    const own = await text(page).evaluate((element) => {
      const data = new DataTransfer()
      element.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
      return data.getData('text/html')
    })
    await page.goto(`/sections/${sections[2]}`)
    await text(page).waitFor()
    await paste(page, own)
    await saved(page).waitFor()
    expect(await text(page).locator('.cited').count()).toBe(2)
    expect(await text(page).locator('th').count()).toBe(2)
    expect(await text(page).locator('table').getAttribute('data-caption')).toBe('Tabel 1: boetes')
    expect(await page.getByText('Geplakt').count()).toBe(0)
  })

  it('refuses what is too much at once whole and says so; 5 MB of Word that is mostly dress goes in within seconds', async () => {
    const page = await openAs('author')
    await page.goto(`/sections/${sections[3]}`)
    await text(page).waitFor()
    const before = await text(page).textContent()
    const words = '<p>Dit is een zin van een paar woorden die telkens terugkomt.</p>'
    await paste(page, words, 80_000)
    await page.getByText('Er is niets geplakt: dit is te veel tekst voor één keer.').waitFor()
    expect(await text(page).textContent()).toBe(before)

    const dressed = `<p class=MsoNormal style='${'mso-style-name:x;'.repeat(60)}'><span style='${'mso-bidi-font-size:11.0pt;'.repeat(40)}'>Dit is een zin.</span></p>`
    const repeat = Math.ceil(5_000_000 / dressed.length)
    const milliseconds = await paste(page, dressed, repeat)
    expect(milliseconds).toBeLessThan(5000)
    expect(await text(page).locator('p').count()).toBeGreaterThanOrEqual(repeat)
    await saved(page).waitFor()
    console.info(`5 MB from Word: ${repeat} paragraphs in ${Math.round(milliseconds)} ms`)
  })
})
