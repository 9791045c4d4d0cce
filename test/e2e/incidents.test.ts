import { beforeAll, describe, expect, inject, it } from 'vitest'
import { connect } from '#app/platform/database/sql.server.ts'
import { importUcdp } from '#app/services/incidents/import-ucdp.server.ts'
import { testFolder, ucdpText } from '../incidents/ucdp-file.ts'
import { desktop, expectAccessible, openAs, phone, ready } from './support/pages.ts'

const folder = testFolder()
const day = (date: string, more: Record<string, string> = {}) => ({ date_start: date, date_end: date, ...more })
/** In a country of their own, so that other tests' incidents do not count. */
const events = [
  day('2017-01-01', { where_coordinates: 'Eerste Dorp village' }),
  ...Array.from({ length: 60 }, () => day('2018-03-03')),
  day('2018-12-31', { where_coordinates: 'Vreemd Dorp village', low: '9', best: '4', high: '6' }),
].map((event, index) => ({ ...event, id: String(700_001 + index), country: 'Yemen (North Yemen)', adm_1: 'Sanaa governorate' }))

beforeAll(async () => {
  const sql = connect(inject('databaseUrl'), { max: 2 })
  try {
    const run = (name: string, rows: Record<string, string>[]) =>
      importUcdp(
        { sql, actor: null, clock: () => new Date(), origin: 'test' },
        { path: folder.write(name, ucdpText(rows)), rejectPath: folder.path('rejects.csv') },
      )
    await run('first.csv', events)
    await run('later.csv', [{ ...events.at(-1)!, best: '5' }])
  } finally {
    await sql.end({ timeout: 5 })
  }
})

describe('the incident pages', () => {
  it('filter the register, page through it, and fit a phone', async () => {
    const page = await openAs('decision-officer')
    await page.goto('/incidents')
    await page.getByLabel('Land').selectOption('YEM')
    await page.getByRole('button', { name: 'Toepassen' }).click()
    await page.waitForURL(/country=YEM/)
    await page.getByText('62 incidenten; 1–50 getoond').waitFor()
    await page.getByRole('link', { name: 'Oudere ›' }).click()
    await page.getByText('62 incidenten; 51–62 getoond').waitFor()
    await page.getByLabel('Gouvernement of provincie').selectOption('Sanaa')
    await page.getByLabel('Plaats, partij of nummer').fill('vreemd')
    await page.getByRole('button', { name: 'Toepassen' }).click()
    await page.getByText('1 incident', { exact: true }).waitFor()
    expect(await page.getByRole('row', { name: /Vreemd Dorp/ }).innerText()).toContain('lage schatting hoger dan beste')
    await expectAccessible(page)
    await page.setViewportSize(phone)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  })

  it('keep what was filled in beside what is wrong with it', async () => {
    const page = await openAs('decision-officer')
    await page.goto('/incidents?from=2018-05-01&to=2017-01-01&country=YEM')
    await page.getByText('De begindatum ligt na de einddatum.').waitFor()
    expect(await page.getByLabel('Begonnen vanaf').inputValue()).toBe('2018-05-01')
    await expectAccessible(page)
  })

  it('show one incident with the whole, its flags, and what it said before', async () => {
    const page = await openAs('author')
    await page.goto('/incidents?country=YEM&q=vreemd')
    await page.getByRole('link', { name: /Vreemd Dorp/ }).click()
    await page.getByRole('heading', { level: 1, name: /Vreemd Dorp.*31 december 2018/ }).waitFor()
    await page.getByText('1 van 61').waitFor()
    await page.getByText('UCDP telt alleen georganiseerd gewapend geweld').waitFor()
    await page.getByText('De lage schatting van het aantal doden is hoger dan de beste schatting.').waitFor()
    expect(await page.getByRole('row', { name: /doden, beste schatting/ }).innerText()).toMatch(/4.*later\.csv/s)
    await page.getByText('Tabel per maand').click()
    await page.getByRole('row', { name: /maart 2018/ }).waitFor()
    for (const viewport of [desktop, phone]) {
      await page.setViewportSize(viewport)
      await expectAccessible(page)
    }
    await page.getByRole('button', { name: 'English' }).click()
    await ready(page)
    await page.getByText('1 of 61').waitFor()
    await expectAccessible(page)
  })

  it('answer 404 in words for an incident that is not there', async () => {
    const page = await openAs('author')
    for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
      const answer = await page.request.get(`/incidents/${id}`)
      expect(answer.status()).toBe(404)
      expect(await answer.text()).toContain('Deze pagina is er niet')
    }
  })
})
