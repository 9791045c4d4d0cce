import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { connect } from '#app/platform/database/sql.server.ts'
import { addPerson, as } from '../support/people.ts'
import { someReport } from '../support/terms.ts'
import { expectAccessible, openAs, phone } from './support/pages.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de paragraaf' })
const guidance = (page: Page) => text(page).getByRole('note', { name: 'Aanwijzing – moet weg voor de beoordeling' })
const saved = (page: Page) => page.getByText(/^Opgeslagen om|Alles is opgeslagen/).waitFor()

describe('guidance in a section', () => {
  let sectionId: string
  beforeAll(async () => {
    const sql = connect(inject('databaseUrl'), { max: 1 })
    try {
      const author = as(sql, await addPerson(sql, 'author'), () => new Date())
      const policy = as(sql, await addPerson(sql, 'policy'), () => new Date())
      const reportId = await someReport(policy, author, { countryCode: 'DJI', periodFrom: '2017-01-01', periodTo: '2017-12-31' })
      const rows = await sql<{ id: string }[]>`
        select section.id from section_question join section on section.id = section_id
        where report_id = ${reportId} group by section.id having count(*) > 1 order by section.id limit 1`
      sectionId = rows[0]!.id
    } finally {
      await sql.end()
    }
  })

  it('is put into an empty text by keyboard, found, gone to and taken away; with it the text cannot be submitted', async () => {
    const page = await openAs('author')
    await page.goto(`/sections/${sectionId}`)
    await text(page).waitFor()
    await page.getByRole('button', { name: 'Begin met aanwijzingen uit de vragen' }).press('Enter')
    await guidance(page).first().waitFor()
    const asked = await guidance(page).count()
    expect(asked).toBeGreaterThan(1)
    await page.keyboard.type('De wet van 2017 regelt dit voor alle inwoners.')
    await page.getByText(`Er staan ${asked} aanwijzingen in de tekst`).waitFor()
    await expectAccessible(page)
    await saved(page)
    await page.getByRole('button', { name: 'Zetten' }).press('Enter')
    await page.getByText('De peildatum is gezet').waitFor()
    await page.getByRole('button', { name: 'Aanbieden ter beoordeling' }).press('Enter')
    await page.getByText('of een aanwijzing. Handel dat eerst af').waitFor()

    await text(page).waitFor()
    await page.getByRole('tab', { name: /^Bevindingen/ }).click()
    await page.getByText('Deze aanwijzing moet weg voor de beoordeling.').waitFor()
    await expectAccessible(page)
    const findings = page.getByRole('tabpanel', { name: /^Bevindingen/ })
    await findings.getByRole('button', { name: 'Naar de tekst' }).first().press('Enter')
    await page.keyboard.press('Backspace')
    await page.waitForFunction((count) => document.querySelectorAll('.editor-text .guidance').length === count, asked - 1)

    await page.setViewportSize(phone)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
    await page.getByRole('button', { name: 'Alle aanwijzingen weghalen' }).press('Enter')
    await guidance(page).first().waitFor({ state: 'detached' })
    await text(page).getByText('De wet van 2017 regelt dit').waitFor()

    await page.keyboard.press('Alt+b')
    await page.getByRole('button', { name: 'Aanwijzingen uit de vragen' }).press('Enter')
    await guidance(page).first().waitFor()
    expect(await guidance(page).count()).toBe(asked)
    await page.getByRole('button', { name: 'Alle aanwijzingen weghalen' }).press('Enter')
    await guidance(page).first().waitFor({ state: 'detached' })
    await saved(page)
  })
})
