import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { connect, type Sql } from '#app/platform/database/sql.server.ts'
import { aWrittenSection } from '../review/section-in-review.ts'
import { textOf } from '../sections/section.ts'
import { expectAccessible, foresee, openAs, phone, ready } from './support/pages.ts'

const second = 'auteur2@demo.example'

/** A section of this test's own, with its author, in the system under test. */
async function written(): Promise<{ sql: Sql; sectionId: string; path: string; reportId: string; number: string }> {
  const sql = connect(inject('databaseUrl'), { max: 2 })
  onTestFinished(() => sql.end())
  const { sectionId } = await aWrittenSection(sql, textOf('De wet stelt eisen aan de toegang tot de rechter.'))
  const [row] = await sql<{ reportId: string; number: string }[]>`
    select report_id as "reportId", number from section where id = ${sectionId}`
  return { sql, sectionId, path: `/sections/${sectionId}`, ...row! }
}

describe('handing over a section', () => {
  it('goes without script, with a word that the new author finds under their work until they saw it', async () => {
    const { path } = await written()
    const one = await openAs('author', { script: false })
    await one.goto(path)
    await one.getByRole('link', { name: 'Overdragen' }).click()
    await one.getByLabel('Toelichting voor de nieuwe auteur').fill('De cijfers van oktober ontbreken nog.')
    await one.getByRole('button', { name: 'Overdragen' }).click()
    await one.locator('.field-error').getByText('Kies wie de nieuwe auteur wordt.').waitFor()
    expect(await one.getByLabel('Toelichting voor de nieuwe auteur').inputValue()).toContain('oktober')
    await one.getByLabel('Nieuwe auteur', { exact: true }).selectOption({ label: 'Tweede Auteur Demo' })
    await one.getByRole('button', { name: 'Overdragen' }).click()
    await one.getByText('De paragraaf is overgedragen.').waitFor()
    await one.getByText('Tweede Auteur Demo heeft dit nog niet gezien').waitFor()
    expect(await one.getByRole('link', { name: 'Overdragen' }).count()).toBe(0)

    const two = await openAs(second, { viewport: phone })
    const block = two.locator('.work-block', { has: two.getByRole('heading', { name: 'Aan u overgedragen' }) })
    await block.getByText('De cijfers van oktober ontbreken nog.').waitFor()
    await expectAccessible(two)
    await block.locator(`a[href="${path}"]`).click()
    await two.getByText(/Auteur Demo droeg deze paragraaf aan u over/).waitFor()
    await two.getByRole('button', { name: 'Gezien' }).click()
    await two.getByText('U hebt de overdracht gezien.').waitFor()
    await two.goto('/')
    expect(await two.locator(`a[href="${path}"]`).count(), 'only among their sections').toBe(1)
  })

  it('tells the second of two that the first was earlier, and keeps what they wrote', async () => {
    const { path } = await written()
    const [one, two] = [await openAs('author'), await openAs('publisher')]
    foresee(one, /409/)
    for (const page of [one, two]) {
      await page.goto(`${path}/hand-over`)
      await ready(page)
      await page.getByLabel('Nieuwe auteur', { exact: true }).selectOption({ label: 'Tweede Auteur Demo' })
      await page.getByLabel('Toelichting voor de nieuwe auteur').fill('Let op de tabel.')
    }
    await expectAccessible(two)
    await two.getByRole('button', { name: 'Overdragen' }).click()
    await two.getByText('De paragraaf is overgedragen.').waitFor()
    await one.getByRole('button', { name: 'Overdragen' }).click()
    await one.getByText('Intussen is Tweede Auteur Demo de auteur geworden.').waitFor()
    expect(await one.getByLabel('Wat u schreef').inputValue()).toBe('Let op de tabel.')
    await expectAccessible(one)
  })
})

describe('the note at a section', () => {
  it('stands there for everyone, is not lost when two leave one, and can be taken away', async () => {
    const { path } = await written()
    const [one, two] = [await openAs('author'), await openAs('reviewer')]
    foresee(two, /409/)
    for (const page of [one, two]) {
      await page.goto(path)
      await page.getByRole('link', { name: 'Notitie achterlaten' }).click()
      await page.getByRole('heading', { name: /^Notitie bij/ }).waitFor()
    }
    await one.getByLabel('Notitie', { exact: true }).fill('Wacht op antwoord van de ambassade.')
    await one.getByRole('button', { name: 'Achterlaten' }).click()
    await one.getByText('De notitie staat bij de paragraaf.').waitFor()
    await two.getByLabel('Notitie', { exact: true }).fill('Ook de tabel nog nakijken.')
    await two.getByRole('button', { name: 'Achterlaten' }).click()
    await two.getByText('Wacht op antwoord van de ambassade.').waitFor()
    expect(await two.getByLabel('Notitie', { exact: true }).inputValue()).toBe('Ook de tabel nog nakijken.')
    await expectAccessible(two)
    await two.getByRole('button', { name: 'Achterlaten' }).click()
    await two.getByText('De notitie staat bij de paragraaf.').waitFor()
    await one.reload()
    await one.getByText('Ook de tabel nog nakijken.').waitFor()
    await expectAccessible(one)
    await one.getByRole('link', { name: 'Notitie wijzigen' }).click()
    await one.getByRole('button', { name: 'Notitie weghalen' }).click()
    await one.getByText('De notitie is weggehaald.').waitFor()
    expect(await one.locator('.standing-note').count()).toBe(0)
  })
})

describe('who is on a section, and whether it is locked', () => {
  it('is told in the report, to a reader, and to whoever has it open when it is submitted', async () => {
    const { path, reportId, number } = await written()
    const [one, two, reader] = [await openAs('author'), await openAs(second), await openAs('policy')]
    await two.goto(path)
    await two.getByRole('textbox', { name: 'Tekst van de paragraaf' }).waitFor()
    await reader.waitForTimeout(1000)
    await reader.goto(`/reports/${reportId}`)
    const row = reader.locator(`[id="section-${number}"]`)
    await row.getByText('nu open bij Tweede Auteur Demo').waitFor()
    await row.locator('td', { hasText: /^Auteur Demo/ }).waitFor()
    await expectAccessible(reader)
    await reader.goto(path)
    const fact = reader.locator('.facts > div', { hasText: 'Nu open bij' })
    expect(await fact.innerText()).toContain('Tweede Auteur Demo')
    expect(await reader.locator('.facts > div', { hasText: 'Schreven eraan' }).innerText()).toContain('Auteur Demo')

    await one.goto(path)
    await one.getByRole('button', { name: 'Aanbieden ter beoordeling' }).click()
    await two.getByText(/in beoordeling: de tekst staat vast\. Aangeboden door Auteur Demo, .*Vraag een beoordelaar/).waitFor()
    await one.getByText(/in beoordeling: de tekst staat vast\. Aangeboden door Auteur Demo/).waitFor()
    await expectAccessible(one)
    await expectAccessible(two)
  })
})
