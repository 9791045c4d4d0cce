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
const words = async (page: Page) => (await text(page).innerText()).replace(/\s+/g, ' ').trim()

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

  it('shows both texts when someone else was first, also after a reload, until the writer chose', async () => {
    const [one, two] = [await openAs('author'), await openAs(second)]
    foresee(two, /409/)
    await open(one, 1)
    await open(two, 1)
    await one.keyboard.type('Van de eerste.')
    await saved(one)
    await two.keyboard.type('Van de tweede.')
    await two.getByRole('heading', { name: 'Uw bewaarde tekst' }).waitFor()
    expect(await words(two)).toBe('Van de eerste.')
    await expectAccessible(two)
    await two.reload()
    await two.locator('.rival').getByText('Van de tweede.').waitFor()
    await two.getByRole('button', { name: 'Onderaan invoegen' }).click()
    await saved(two)
    await two.getByRole('button', { name: 'Verder met de opgeslagen tekst' }).click()
    await two.locator('.rival').waitFor({ state: 'detached' })
    await two.reload()
    await text(two).waitFor()
    expect(await words(two)).toMatch(/Van de eerste\. Van de tweede\.$/)
    expect(await two.locator('.rival').count()).toBe(0)
  })

  it('says plainly that there is no connection, keeps the text through a closed tab, and offers it back', async () => {
    const page = await openAs('author')
    foresee(page, /ERR_INTERNET_DISCONNECTED/)
    await open(page, 2)
    await page.context().setOffline(true)
    await page.keyboard.type('Zonder verbinding.')
    await page.getByText(/geen verbinding – uw tekst wordt bewaard/).waitFor()
    const again = await page.context().newPage()
    await page.close({ runBeforeUnload: false })
    await again.context().setOffline(false)
    await again.goto(`/sections/${sections[2]}`)
    await again.getByRole('heading', { name: /Er staat tekst in deze browser/ }).waitFor()
    await again.getByRole('button', { name: 'Mijn tekst als nieuwe versie opslaan' }).click()
    await saved(again)
    await again.reload()
    await text(again).waitFor()
    expect(await words(again)).toBe('Zonder verbinding.')
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
