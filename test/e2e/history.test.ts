import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { connect } from '#app/platform/database/sql.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'
import { restoreText } from '#app/services/history/restore-text.server.ts'
import { aWrittenSection } from '../review/section-in-review.ts'
import { openPage as openText } from '../sections/pages.ts'
import { textOf } from '../sections/section.ts'
import { desktop, expectAccessible, openAs, phone } from './support/pages.ts'

/** A section of this test's own that two people wrote in, in the system under test. */
async function writtenByTwo() {
  const sql = connect(inject('databaseUrl'), { max: 2 })
  onTestFinished(() => sql.end())
  const { author, second, sectionId } = await aWrittenSection(sql, textOf('De wet stelt eisen aan de toegang tot de rechter.'))
  const { version } = await readText(author, sectionId)
  const page = await openText(second, sectionId)
  page.edit((tr) => tr.insertText('strenge ', 14))
  await page.settled()
  return { sql, author, second, sectionId, version, path: `/sections/${sectionId}/history` }
}

describe('the history of a text', () => {
  it('goes without script: see who wrote, compare, narrow to one person, restore a paragraph, name a version', async () => {
    const { path, sectionId, author } = await writtenByTwo()
    const page = await openAs('author', { script: false })
    await page.goto(`/sections/${sectionId}`)
    await page.getByRole('link', { name: 'Geschiedenis' }).first().click()
    await page.getByRole('heading', { level: 1, name: /^Geschiedenis van/ }).waitFor()
    await page.getByLabel(/^Vergelijk van: Het begin/).check()
    await page.getByRole('button', { name: 'Vergelijk deze twee' }).click()
    await page.getByText('0 gewijzigd, 1 toegevoegd, 1 verwijderd').waitFor()

    await page.goto(path)
    await page
      .getByRole('link', { name: /^Wat veranderde: Tweede auteur|^Wat veranderde: Auteur 2|^Wat veranderde/ })
      .first()
      .click()
    expect((await page.locator('ins').innerText()).replace(/\s+/g, ' ')).toContain('strenge')
    expect(await page.locator('.compared del').count()).toBe(0)

    await page.goto(`${path}/text`)
    await page.locator('.attributed').getByText('strenge').waitFor()
    expect(await page.locator('.attributed .written').count()).toBe(3)

    await page.goto(path)
    await page
      .getByRole('link', { name: /^Tekst op dit moment/ })
      .last()
      .click()
    await page.getByLabel('Naam van deze versie').fill('  ')
    await page.getByRole('button', { name: 'Naam geven' }).click()
    await page.getByText('Vul een naam in.').first().waitFor()
    await page.getByLabel('Naam van deze versie').fill('Eerste opzet')
    await page.getByRole('button', { name: 'Naam geven' }).click()
    await page.getByText('Deze versie heeft nu een naam.').waitFor()
    await page.getByText('gaf deze versie een naam: Eerste opzet').waitFor()

    await page.goto(`${path}/compare?from=1`)
    await page.getByRole('button', { name: /^Zo terugzetten/ }).click()
    await page.getByText('De tekst is teruggezet, als nieuwe wijziging van u.').waitFor()
    expect(JSON.stringify((await readText(author, sectionId)).document)).not.toContain('strenge')
    await page.goto(path)
    await page.getByText('zette een eerdere tekst terug').waitFor()
    await page.getByRole('button', { name: 'Naam weghalen: Eerste opzet' }).click()
    await page.getByText('De naam is weg.').waitFor()
  })

  it('does not overwrite what a colleague wrote since the page was opened', async () => {
    const { path, second, sectionId, version } = await writtenByTwo()
    const page = await openAs('author', { script: false })
    await page.goto(`${path}/compare?from=${version}`)
    await restoreText(second, sectionId, { version, seen: version + 1 })
    const other = await openText(second, sectionId)
    other.type(' Intussen.')
    await other.settled()
    await page.getByRole('button', { name: /^Zo terugzetten/ }).click()
    await page.getByText('Er is niets teruggezet').waitFor()
    expect(JSON.stringify((await readText(second, sectionId)).document)).toContain('Intussen.')
  })

  it('says in the editor who wrote the paragraph one is in, by keyboard and under the pointer, and what oneself just typed', async () => {
    const { sectionId, second } = await writtenByTwo()
    const page = await openAs('author')
    await page.goto(`/sections/${sectionId}`)
    const text = page.getByRole('textbox', { name: 'Tekst van de paragraaf' })
    await text.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Van mij.')
    await page.locator('.save-state[data-state=saved]').waitFor()
    await page.keyboard.press('Alt+u')
    const panel = page.getByRole('region', { name: 'Wie schreef deze alinea' })
    await panel.getByText(second.actor.name).waitFor()
    await panel.locator('li', { hasText: 'U,' }).getByText('Van mij.').waitFor()
    await expectAccessible(page)
    await text.getByText('strenge').hover({ position: { x: 130, y: 12 } })
    await panel.getByText(/^Onder de muis: /).waitFor()
    const other = await openText(second, sectionId)
    other.type(' Erbij van de ander.')
    await other.settled()
    await panel.getByText(/Erbij van de ander/).waitFor()
    await panel.getByRole('button', { name: 'Sluiten' }).press('Escape')
    await panel.waitFor({ state: 'detached' })
    await expect.poll(() => text.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.getByRole('tab', { name: 'Geschiedenis' }).click()
    await page
      .getByRole('tabpanel', { name: 'Geschiedenis' })
      .getByRole('link', { name: 'Alle momenten, en twee vergelijken' })
      .waitFor()
    await expectAccessible(page)
  })

  it('can be read by a reviewer, who cannot restore', async () => {
    const { path, version } = await writtenByTwo()
    const page = await openAs('reviewer')
    await page.goto(`${path}/compare?from=${version}`)
    await page.locator('ins').waitFor()
    expect(await page.getByRole('button', { name: /terugzetten/ }).count()).toBe(0)
  })

  it('is readable for everyone, in both languages and on a phone', async () => {
    const { path, version } = await writtenByTwo()
    for (const language of ['nl', 'en'] as const) {
      const page = await openAs('author', { language })
      for (const address of [path, `${path}/compare?from=${version}&all=1`, `${path}/text?version=${version}`, `${path}/text`]) {
        await page.goto(address)
        for (const size of [desktop, phone]) {
          await page.setViewportSize(size)
          await expectAccessible(page)
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
        }
      }
    }
  })
})
