import { describe, expect, inject, it, onTestFinished } from 'vitest'
import type { Page } from 'playwright-core'
import { connect } from '#app/platform/database/sql.server.ts'
import { aWrittenSection } from '../review/section-in-review.ts'
import { textOf } from '../sections/section.ts'
import { expectAccessible, openAs, phone } from './support/pages.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de paragraaf' })
const marked = (page: Page) => text(page).locator('mark.commented')
const saved = (page: Page) => page.locator('.save-state[data-state=saved]').waitFor()

async function open(page: Page, path: string) {
  await page.goto(path)
  await text(page).click()
  await page.getByText(/U bent hier alleen|Ook in deze tekst/).waitFor()
}
/** Selects the second word, by keyboard, calmly: where the caret of a colleague comes in, one's own is put back where the editor last saw it. */
async function selectSecondWord(page: Page) {
  const keys = ['Control+Home', ...Array<string>(3).fill('ArrowRight'), ...Array<string>(3).fill('Shift+ArrowRight')]
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(60)
  }
}

describe('comments on words of the text', () => {
  it('go from a reviewer’s selection to the author, who reads, takes the words out and brings them back', async () => {
    const sql = connect(inject('databaseUrl'), { max: 2 })
    onTestFinished(() => sql.end())
    const { sectionId } = await aWrittenSection(sql, textOf('De wet stelt eisen aan de toegang tot de rechter.'))
    const path = `/sections/${sectionId}`
    const [author, reviewer] = [await openAs('author'), await openAs('reviewer')]
    await open(author, path)
    await open(reviewer, path)
    await author.getByText('Ook in deze tekst').waitFor()

    await reviewer.keyboard.press('Alt+m')
    await reviewer.getByText('Selecteer eerst de woorden').waitFor()
    await selectSecondWord(reviewer)
    await reviewer.keyboard.press('Alt+m')
    const dialog = reviewer.getByRole('dialog', { name: 'Opmerking bij deze woorden' })
    await dialog.getByText('wet', { exact: true }).waitFor()
    await dialog.getByRole('button', { name: 'Opmerking plaatsen' }).click()
    await dialog.getByText('Schrijf eerst uw opmerking.').waitFor()
    await expectAccessible(reviewer)
    await dialog.getByLabel('Uw opmerking').fill('Welke wet is dit?')
    await dialog.getByRole('button', { name: 'Opmerking plaatsen' }).press('Enter')
    await reviewer.getByText('Uw opmerking is geplaatst.').waitFor()
    await marked(reviewer).getByText('wet', { exact: true }).waitFor()
    await saved(reviewer)
    expect(await text(reviewer).locator('ins, del').count(), 'a comment is no suggestion').toBe(0)

    // The author sees the words marked, and who asks; by keyboard to the words and to what was said.
    await marked(author).getByText('wet', { exact: true }).waitFor()
    await author.getByRole('tab', { name: 'Opmerkingen 1' }).waitFor()
    await text(author).click()
    await author.keyboard.press('Control+End')
    await author.keyboard.press('Alt+n')
    await author.getByText('Bij deze woorden: opmerking van Beoordelaar Demo.').waitFor()
    await author.keyboard.press('Alt+m')
    const thread = author.locator('.thread').filter({ hasText: 'Welke wet is dit?' })
    await expect.poll(() => thread.evaluate((element) => element === document.activeElement)).toBe(true)
    await expectAccessible(author)

    // Taken out, the thread stays and says so; brought back, it belongs to the words again.
    await marked(author).dblclick()
    await author.keyboard.press('Delete')
    await thread.getByText('De woorden staan niet meer in de tekst.').waitFor()
    await expectAccessible(author)
    await author.keyboard.press('Control+z')
    await marked(author).getByText('wet', { exact: true }).waitFor()
    await thread.getByText('De woorden staan niet meer in de tekst.').waitFor({ state: 'detached' })
    await thread.getByRole('button', { name: 'Naar de tekst: wet' }).click()
    await expect.poll(() => text(author).evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await saved(author)

    // Dealt with, the mark is quiet; on a phone a tap on it leads to the thread.
    await thread.getByRole('button', { name: /^Afgehandeld/ }).click()
    await author.getByText('De opmerking is afgehandeld.').waitFor()
    await text(author).locator('.comment-resolved').waitFor()
    await author.setViewportSize(phone)
    await author.getByRole('button', { name: 'Tekst', exact: true }).click()
    await marked(author).click()
    await author.getByRole('button', { name: 'Lezen (Alt+M)' }).click()
    await thread.getByText('Welke wet is dit?').waitFor()
    await expectAccessible(author)
  })
})
