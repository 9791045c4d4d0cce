import { beforeAll, describe, expect, inject, it } from 'vitest'
import { connect } from '#app/platform/database/sql.server.ts'
import { aReport } from '../imports/files.ts'
import { addPerson, as } from '../support/people.ts'
import { someReport } from '../support/terms.ts'
import { expectAccessible, foresee, openAs, phone } from './support/pages.ts'

describe('importing a Word file into a report', () => {
  let reportId: string
  let sections: { id: string; number: string; title: string }[]
  beforeAll(async () => {
    const sql = connect(inject('databaseUrl'), { max: 1 })
    try {
      const author = as(sql, await addPerson(sql, 'author'), () => new Date())
      const policy = as(sql, await addPerson(sql, 'policy'), () => new Date())
      reportId = await someReport(policy, author, { countryCode: 'DJI', periodFrom: '2014-01-01', periodTo: '2014-12-31' })
      sections = [
        ...(await sql<typeof sections>`
          select section.id, section.number, section.title from section_document join section on section.id = section_id
          where report_id = ${reportId} order by string_to_array(section.number, '.')::int[]`),
      ]
    } finally {
      await sql.end()
    }
  })
  const word = async (titles: string[]) => ({
    name: 'rapport.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: await aReport(titles),
  })

  it('shows what goes where, asks what is missing, writes it, and leads to the notes that need a source', async () => {
    const page = await openAs('author')
    foresee(page, /422/)
    await page.goto(`/reports/${reportId}`)
    await page.getByRole('link', { name: 'Word-bestand inlezen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Word-bestand inlezen' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Bestand bekijken' }).click()
    await page.getByText('Kies een bestand.').waitFor()

    const [one, two] = sections
    await page.getByLabel('Word-bestand (.docx)').setInputFiles(await word([one!, two!].map((it) => `${it.number} ${it.title}`)))
    await page.getByRole('button', { name: 'Bestand bekijken' }).click()
    await page.getByRole('heading', { name: 'Wat komt waar' }).waitFor()
    await page.getByText('1 passage die als verwijderd bijgehouden was blijft weg.').waitFor()
    await page.getByText('Tekst bekijken').nth(1).click()
    await page.locator('.import-parts').getByText('De tekst van deel 1 met').waitFor()
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Inlezen', exact: true }).click()
    await page.getByText('kies bij elk deel waar het komt').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Waar komt ‘Voor de eerste kop’').selectOption('out')
    await page.getByRole('button', { name: 'Inlezen', exact: true }).click()
    await page.getByText('Ingelezen in 2 paragrafen.').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: `${one!.number} ${one!.title}` }).click()
    await page.getByRole('tab', { name: 'Nog te koppelen 1' }).click()
    await page.getByRole('textbox', { name: 'Tekst van de paragraaf' }).getByText('De tekst van deel 1 met').waitFor()
  })

  it('works on a phone and without script, and says what is wrong with a file', async () => {
    const page = await openAs('author', { viewport: phone, script: false })
    await page.goto(`/reports/${reportId}/import`)
    const file = await word([`${sections[2]!.number} ${sections[2]!.title}`])
    await page.getByLabel('Word-bestand (.docx)').setInputFiles({ ...file, buffer: file.buffer.subarray(0, 2000) })
    await page.getByRole('button', { name: 'Bestand bekijken' }).click()
    await page.getByText('Dit bestand is beschadigd of niet compleet.').waitFor()
    await page.getByLabel('Word-bestand (.docx)').setInputFiles(file)
    await page.getByRole('button', { name: 'Bestand bekijken' }).click()
    await page.getByRole('heading', { name: 'Wat komt waar' }).waitFor()
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(phone.width)
    await page.getByLabel('Waar komt ‘Voor de eerste kop’').selectOption('out')
    await page.getByRole('button', { name: 'Inlezen', exact: true }).click()
    await page.getByText('Ingelezen in 1 paragraaf.').waitFor()
  })

  it('is not for who may not write', async () => {
    const page = await openAs('reviewer')
    await page.goto(`/reports/${reportId}`)
    expect(await page.getByRole('link', { name: 'Word-bestand inlezen' }).count()).toBe(0)
    expect((await page.goto(`/reports/${reportId}/import`))?.status()).toBe(403)
  })
})
