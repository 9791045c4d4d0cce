import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { connect } from '#app/platform/database/sql.server.ts'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { createSource } from '#app/services/sources/create-source.server.ts'
import { addPerson, as } from '../support/people.ts'
import { someReport } from '../support/terms.ts'
import { expectAccessible, foresee, openAs, openPage, phone } from './support/pages.ts'

const second = 'auteur2@demo.example' as const
const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de paragraaf' })
const saved = (page: Page) =>
  page
    .locator('.save-state[data-state=saved]')
    .getByText(/Opgeslagen om/)
    .waitFor()
/** What stands in the text, without the names at others' carets. */
const words = async (page: Page) =>
  (
    await text(page).evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement
      for (const caret of copy.querySelectorAll('.others-caret')) caret.remove()
      return [...copy.children].map((block) => block.textContent).join(' ')
    })
  )
    .replace(/\s+/g, ' ')
    .trim()

describe('writing a section in the browser', () => {
  let sections: string[]
  beforeAll(async () => {
    const sql = connect(inject('databaseUrl'), { max: 1 })
    try {
      const author = as(sql, await addPerson(sql, 'author'), () => new Date())
      const policy = as(sql, await addPerson(sql, 'policy'), () => new Date())
      const reportId = await someReport(policy, author, { countryCode: 'ERI', periodFrom: '2018-01-01', periodTo: '2018-12-31' })
      const rows = await sql<{ id: string }[]>`
        select section.id from section_document join section on section.id = section_id where report_id = ${reportId} order by number`
      sections = rows.map((row) => row.id)
      const sourceId = await createSource(author, { name: 'Bureau voor schrijfproeven (BSP)', kind: 'ngo' })
      await createSourceItem(author, { sourceId, title: 'Verslag voor de schrijfproef', published: '2018' })
    } finally {
      await sql.end()
    }
  })
  const open = async (page: Page, index: number) => {
    await page.goto(`/sections/${sections[index]}`)
    await text(page).click()
  }

  it('saves by itself and shows every character again after a reload, with its citation', async () => {
    const page = await openAs('author')
    await open(page, 0)
    const line = 'Ġgħ «١٢» – é 👩‍👩‍👧 zin.'
    await page.keyboard.insertText(line)
    await page.keyboard.press('Alt+c')
    await page.getByRole('combobox', { name: 'Zoek een bron' }).fill('schrijfproef')
    await page.locator('[role=listbox] [role=option]').first().waitFor()
    await expectAccessible(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByLabel('Vindplaats').fill('p. 3')
    await page.getByRole('button', { name: 'Invoegen' }).click()
    await text(page).getByText('[BSP 2018, p. 3]').waitFor()
    await page.keyboard.type(' En verder.')
    await saved(page)
    await page.reload()
    await text(page).waitFor()
    expect(await words(page)).toBe(`${line}[BSP 2018, p. 3] En verder.`)
    await expectAccessible(page)
    await page.setViewportSize(phone)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  })

  it('lets two authors write at once: each sees what the other types, where, and who it is', async () => {
    const [one, two] = [await openAs('author'), await openAs(second)]
    await open(one, 1)
    await open(two, 1)
    await one.keyboard.type('Van de eerste.')
    await text(two).getByText('Van de eerste.').waitFor()
    await two.locator('.others-caret').getByText('Auteur Demo', { exact: true }).waitFor()
    await two.keyboard.press('Control+Home')
    await two.keyboard.type('Van de tweede. ')
    await expect.poll(() => words(one), { timeout: 5000 }).toBe('Van de tweede. Van de eerste.')
    await one.locator('.people').getByText('Tweede Auteur Demo').waitFor()
    await expectAccessible(two)
    await Promise.all([one.keyboard.type(' Samen.'), two.keyboard.type('Ook. ')])
    await saved(one)
    await saved(two)
    for (const page of [one, two])
      await expect.poll(() => words(page), { timeout: 5000 }).toBe('Van de tweede. Ook. Van de eerste. Samen.')
    await two.keyboard.press('Control+z')
    await expect.poll(() => words(one), { timeout: 5000 }).toMatch(/Samen\.$/)
    await two.close()
    await one.locator('.people').getByText('U bent hier alleen').waitFor()
    await one.reload()
    await text(one).waitFor()
    expect(await words(one)).toContain('Van de eerste. Samen.')
  })

  it('says plainly that there is no connection, keeps the text through a closed tab, and puts it in afterwards', async () => {
    const page = await openAs('author')
    foresee(page, /ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
    await open(page, 2)
    await page.context().setOffline(true)
    await page.keyboard.type('Zonder verbinding.')
    await page.getByText(/geen verbinding – uw tekst wordt bewaard/).waitFor()
    const again = await page.context().newPage()
    await page.close({ runBeforeUnload: false })
    await again.context().setOffline(false)
    const other = await openAs(second)
    await open(other, 2)
    await other.keyboard.type('Intussen. ')
    await saved(other)
    await again.goto(`/sections/${sections[2]}`)
    await text(again).getByText('Zonder verbinding.').waitFor()
    await text(other).getByText('Zonder verbinding.').waitFor()
    expect(await words(again)).toMatch(/^(Intussen\. Zonder verbinding\.|Zonder verbinding\.Intussen\.)$/)
    expect(await again.locator('.rival').count()).toBe(0)
    await again.reload()
    await text(again).getByText('Zonder verbinding.').waitFor()
    expect((await words(again)).match(/Zonder verbinding/g), 'put in once').toHaveLength(1)
  })

  it('hands back what was written in a paragraph that somebody else removed meanwhile', async () => {
    const [one, two] = [await openAs('author'), await openAs(second)]
    foresee(two, /ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
    await open(one, 4)
    await one.keyboard.type('Eerste alinea.')
    await one.keyboard.press('Enter')
    await one.keyboard.type('Deze verdwijnt.')
    await saved(one)
    await open(two, 4)
    await text(two).getByText('Deze verdwijnt.').click()
    await two.context().setOffline(true)
    await two.keyboard.press('Home')
    await two.keyboard.press('Control+ArrowRight')
    await two.keyboard.type(' toevoeging')
    await two.getByText(/geen verbinding/).waitFor()
    await text(one).getByText('Deze verdwijnt.').click({ clickCount: 3 })
    await one.keyboard.press('Backspace')
    await one.keyboard.press('Backspace')
    await saved(one)
    await two.context().setOffline(false)
    await two.getByRole('heading', { name: /Iemand anders haalde weg waar u schreef/ }).waitFor()
    await two.locator('.rival-block').getByText('Deze toevoeging verdwijnt.').waitFor()
    await expectAccessible(two)
    expect(await words(two)).toBe('Eerste alinea.')
    await two.reload()
    await two.locator('.rival-block').getByText('Deze toevoeging verdwijnt.').waitFor()
    await two.getByRole('button', { name: 'Verder met de opgeslagen tekst' }).click()
    await two.locator('.rival').waitFor({ state: 'detached' })
  })

  it('tells who is writing that the section was submitted, and keeps what came too late', async () => {
    const [one, two] = [await openAs('author'), await openAs(second)]
    await open(one, 5)
    await one.keyboard.type('Klaar.')
    await saved(one)
    await open(two, 5)
    await text(two).getByText('Klaar.').waitFor()
    await one.getByRole('button', { name: 'Zetten' }).click()
    await one.getByRole('button', { name: 'Aanbieden ter beoordeling' }).click()
    await two.getByText('Alles wat u schreef is opgeslagen; hier kan nu niemand meer schrijven.').waitFor()
    expect(await text(two).getAttribute('contenteditable')).toBe('false')
  })

  it('keeps the text while the session has ended, and saves it after signing in elsewhere', async () => {
    const page = await openAs('author')
    await open(page, 3)
    const cookies = await page.context().cookies()
    await page.context().clearCookies({ name: 'session' })
    await page.keyboard.type('Sessie voorbij.')
    await page.getByRole('link', { name: 'Log in op een nieuw tabblad' }).waitFor()
    await page.context().addCookies(cookies)
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
    await saved(page)
  })

  it('says without script that writing needs it, and shows the text', async () => {
    const signedIn = await openAs('author')
    const plain = await openPage({ script: false })
    await plain.context().addCookies(await signedIn.context().cookies())
    await plain.goto(`/sections/${sections[0]}`)
    await plain.getByText('Schrijven kan alleen met JavaScript aan').waitFor()
    expect(await plain.locator('main').innerText()).toContain('En verder.')
  })
})
