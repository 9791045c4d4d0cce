import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Editor } from '@tiptap/core'
import type { Page } from 'playwright-core'
import { connect } from '#app/platform/database/sql.server.ts'
import { demoPassword } from '#app/services/accounts/demo-accounts.server.ts'
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
/** What stands in the text. */
const words = async (page: Page) =>
  (await text(page).evaluate((element) => [...element.children].map((block) => block.textContent).join(' ')))
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
    // What the citation is in full is said to who comes to it by key or by touch: in the text it has only a short name.
    const full = page
      .getByRole('status')
      .getByText('Bron: Bureau voor schrijfproeven (BSP) – Verslag voor de schrijfproef – 2018 · p. 3 · ondersteunt')
    await text(page).click()
    await page.keyboard.press('Control+End')
    expect(await full.count()).toBe(0)
    for (const _ of ' En verder.') {
      await page.keyboard.press('ArrowLeft')
      await page.waitForTimeout(30)
    }
    await full.waitFor()
    await page.keyboard.press('Control+End')
    await full.waitFor({ state: 'detached' })
    await text(page).getByText('[BSP 2018, p. 3]').click()
    await full.waitFor()
    await expectAccessible(page)
    await page.setViewportSize(phone)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  })

  it('says it when a picker cannot be fetched, types nothing into the text meanwhile, and opens it once it can', async () => {
    const page = await openAs('author')
    foresee(page, /Failed to load resource/)
    await open(page, 11)
    await page.keyboard.insertText('Voor de bron.')
    await saved(page)
    await page.context().setOffline(true)
    await page.keyboard.press('Alt+c')
    await page.keyboard.type('zoekwoord')
    const dialog = page.getByRole('dialog', { name: 'Bron aanhalen' })
    await dialog.getByRole('status').getByText('Dit onderdeel kon niet worden opgehaald.').waitFor()
    await expectAccessible(page)
    await dialog.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.type(' Erna.')
    expect(await words(page)).toBe('Voor de bron. Erna.')
    await page.context().setOffline(false)
    await page.keyboard.press('Alt+c')
    await page.getByRole('combobox', { name: 'Zoek een bron' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox')
    await page.getByRole('button', { name: 'Annuleren' }).click()
    await saved(page)
    expect(await words(page)).toBe('Voor de bron. Erna.')
  })

  it('lets two authors write at once: each sees what the other types, where, and who it is', async () => {
    const [one, two] = [await openAs('author'), await openAs(second)]
    await open(one, 1)
    await open(two, 1)
    await one.keyboard.type('Van de eerste.')
    await text(two).getByText('Van de eerste.').waitFor()
    await two.locator('.others-caret[data-name="Auteur Demo"]').waitFor()
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

  it('lets no key stop at the caret of a colleague, and loses none while the colleague goes on', async () => {
    const [one, two] = [await openAs('author'), await openAs(second)]
    await open(one, 10)
    await open(two, 10)
    await one.keyboard.insertText('abcde 👩‍👩‍👧ij klmno pqrst uvwxy zabcd')
    await text(two).getByText('zabcd').waitFor()
    const head = () => text(one).evaluate((element) => (element as unknown as { editor: Editor }).editor.state.selection.head)
    const press = async (key: string, page = one) => {
      await page.keyboard.press(key)
      await page.waitForTimeout(60)
    }
    await press('Control+Home', two)
    for (const _ of 'ab') await press('ArrowRight', two)
    const caret = text(one).locator('.others-caret[data-name="Tweede Auteur Demo"]')
    await expect.poll(() => caret.textContent()).toBe('c')
    await press('Control+Home')
    await press('Control+ArrowRight')
    expect(await head(), 'past a word that the colleague is in').toBe(6)
    await press('Control+ArrowLeft')
    expect(await head()).toBe(1)
    for (const _ of 'cde ') await press('ArrowRight', two)
    await expect.poll(() => caret.textContent()).toBe('👩‍👩‍👧')
    await two.keyboard.press('Control+End')
    await expect.poll(() => caret.getAttribute('class')).toContain('others-caret-after')
    expect(await words(one)).toBe('abcde 👩‍👩‍👧ij klmno pqrst uvwxy zabcd')

    let writing = true
    const colleague = (async () => {
      while (writing) {
        await two.keyboard.type('x')
        await two.keyboard.press('ArrowLeft')
      }
    })()
    try {
      for (let round = 0; round < 3; round++) {
        await press('Control+Home')
        for (let presses = 0; presses < 5; presses++) await press('ArrowRight')
        expect(await head()).toBe(6)
      }
    } finally {
      writing = false
      await colleague
    }
    await press('Control+End', two)
    await press('Enter', two)
    await expect.poll(() => caret.getAttribute('class')).toContain('others-caret-block')
    await expectAccessible(one)
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

  it('keeps the text while the session has ended, and saves it after signing in again in place', async () => {
    const page = await openAs('author')
    await open(page, 3)
    await page.context().clearCookies({ name: 'session' })
    await page.keyboard.type('Sessie voorbij.')
    foresee(page, /422/)
    await page.getByLabel('Wachtwoord').fill('niet het wachtwoord')
    await page.getByRole('button', { name: 'Inloggen' }).click()
    await page.getByText('Dit is niet uw wachtwoord.').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Wachtwoord').fill(demoPassword)
    await page.getByRole('button', { name: 'Inloggen' }).click()
    await saved(page)
    await page.reload()
    await text(page).getByText('Sessie voorbij.').waitFor()
  })

  it('asks to load the page again when the program was renewed, and what was not saved yet comes along', async () => {
    const page = await openAs('author')
    await open(page, 6)
    foresee(page, /409|422/)
    // What an older page would send: the same steps, under the version it knows; answered once all of it is typed.
    let typing = Promise.resolve()
    await page.route('**/steps', async (route) => {
      await typing
      await route.continue({ postData: JSON.stringify({ ...route.request().postDataJSON(), editorVersion: 1 }) })
    })
    typing = page.keyboard.type('Geschreven met het oude programma.')
    await typing
    await page.getByText('Het programma is vernieuwd.').waitFor()
    await expectAccessible(page)
    expect(await text(page).getAttribute('contenteditable')).toBe('false')
    await page.unroute('**/steps')
    await page.getByRole('link', { name: 'Laad de pagina opnieuw' }).click()
    await text(page).getByText('Geschreven met het oude programma.').waitFor()
    await text(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' En met het nieuwe.')
    await saved(page)
    await page.reload()
    await text(page).getByText('Geschreven met het oude programma. En met het nieuwe.').waitFor()
  })

  it('keeps what somebody typed whose right was taken away meanwhile, and says so', async () => {
    const page = await openAs(second)
    await open(page, 7)
    await page.keyboard.type('Van voor die tijd.')
    await saved(page)
    const sql = connect(inject('databaseUrl'), { max: 1 })
    const roles = await sql`delete from user_role where user_id = (select id from app_user where email = ${second}) returning *`
    try {
      foresee(page, /403/)
      await page.keyboard.type(' Van daarna.')
      await page.locator('.save-state[data-state=refused]').waitFor()
      expect(await words(page)).toBe('Van voor die tijd. Van daarna.')
      await expectAccessible(page)
    } finally {
      await sql`insert into user_role ${sql(roles as never)}`
      await sql.end()
    }
    await page.reload()
    await text(page).getByText('Van voor die tijd. Van daarna.').waitFor()
    await page.locator('.save-state[data-state=saved]').waitFor()
    const reader = await openAs('reviewer')
    await reader.goto(`/sections/${sections[7]}`)
    await reader.getByText('Van voor die tijd. Van daarna.').waitFor()
  })

  it('is one text in two tabs of one person', async () => {
    const one = await openAs('author')
    await open(one, 8)
    const two = await one.context().newPage()
    await two.goto(`/sections/${sections[8]}`)
    await text(two).click()
    await Promise.all([one.keyboard.type('Uit het eerste. '), two.keyboard.type('Uit het tweede. ')])
    await saved(one)
    await saved(two)
    // Both carets stood at the beginning: the letters may lie through each other, but all are there, once, and in both tabs.
    await expect.poll(async () => (await words(one)) === (await words(two))).toBe(true)
    const all = [...(await words(one)).replaceAll(/\s/g, '')].sort().join('')
    expect(all).toBe([...'Uithettweede.Uitheteerste.'].sort().join(''))
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
