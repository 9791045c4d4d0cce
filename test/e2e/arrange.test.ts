import { beforeAll, describe, expect, inject, it } from 'vitest'
import { connect } from '#app/platform/database/sql.server.ts'
import { addPerson, as } from '../support/people.ts'
import { someReport } from '../support/terms.ts'
import { expectAccessible, openAs, openPage, phone } from './support/pages.ts'

describe('arranging a section in the browser', () => {
  let sectionId: string
  beforeAll(async () => {
    const sql = connect(inject('databaseUrl'), { max: 1 })
    try {
      const author = as(sql, await addPerson(sql, 'author'), () => new Date())
      const policy = as(sql, await addPerson(sql, 'policy'), () => new Date())
      const reportId = await someReport(policy, author, { countryCode: 'SOM', periodFrom: '2018-01-01', periodTo: '2018-12-31' })
      const [row] = await sql<{ id: string }[]>`select id from section where report_id = ${reportId} and number = '1.3'`
      sectionId = row!.id
    } finally {
      await sql.end()
    }
  })

  it('is split and renamed without script, with what is missing beside its field and what was typed still there', async () => {
    const signedIn = await openAs('author')
    const page = await openPage({ script: false })
    await page.context().addCookies(await signedIn.context().cookies())
    await page.goto(`/sections/${sectionId}`)
    await page.getByRole('link', { name: 'Onderdeel opsplitsen' }).click()
    await page.getByLabel('Titel van het nieuwe onderdeel').fill('Zuid en midden')
    await page.getByRole('button', { name: 'Onderdeel toevoegen' }).click()
    expect(await page.locator('.field-error').innerText()).toContain('Kies ten minste één vraag')
    expect(await page.getByLabel('Titel van het nieuwe onderdeel').inputValue()).toBe('Zuid en midden')
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Onderdeel toevoegen' }).click()
    await page.getByText('Het onderdeel is toegevoegd').waitFor()
    expect(await page.locator('[id="section-1.3.1"]').innerText()).toContain('Zuid en midden')
    await page.goto(`/sections/${sectionId}/rename`)
    await page.getByRole('textbox', { name: 'Titel' }).fill('Veiligheid per streek')
    await page.getByRole('button', { name: 'Titel opslaan' }).click()
    await page.getByText('De titel is gewijzigd').waitFor()
    expect(await page.locator('main').innerText()).toContain('1.3 Veiligheid per streek')
  })

  it('is reached and done with the keyboard, on a phone too, without a finding', async () => {
    const page = await openAs('author')
    for (const path of ['rename', 'split', 'questions']) {
      await page.goto(`/sections/${sectionId}/${path}`)
      await expectAccessible(page)
      await page.setViewportSize(phone)
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
    }
    const box = page.getByRole('checkbox').first()
    await box.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.getByText('De vragen hangen nu ook aan deze paragraaf').waitFor()
  })

  it('is not offered to who may not', async () => {
    const page = await openAs('reviewer')
    await page.goto(`/sections/${sectionId}`)
    expect(await page.getByRole('link', { name: 'Onderdeel opsplitsen' }).count()).toBe(0)
    expect((await page.goto(`/sections/${sectionId}/split`))?.status()).toBe(403)
  })
})
