import { describe, expect, inject, it, onTestFinished } from 'vitest'
import type { Page } from 'playwright-core'
import { connect } from '#app/platform/database/sql.server.ts'
import { startThread } from '#app/services/comments/start-thread.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { aWrittenSection } from '../review/section-in-review.ts'
import { openPage as openDesk } from '../sections/pages.ts'
import { textOf } from '../sections/section.ts'
import { expectAccessible, openAs, phone, ready } from './support/pages.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de paragraaf' })
const marked = (page: Page) => text(page).locator('mark.commented')
const saved = (page: Page) => page.locator('.save-state[data-state=saved]').waitFor()

async function open(page: Page, path: string) {
  await page.goto(path)
  await text(page).click()
  await page
    .getByText(/U bent hier alleen|Ook in deze tekst|Elders in dit rapport/)
    .first()
    .waitFor()
}
/** Selects the second word, by keyboard, as calmly as people do: the editor hears where the caret is a moment after the browser moved it. */
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
    await text(author).locator('.comment-resolved').first().waitFor()
    await author.setViewportSize(phone)
    await author.getByRole('button', { name: 'Tekst', exact: true }).click()
    // Not where the name of the reviewer, who is here too, is drawn.
    await text(author).locator('.comment-resolved').last().click()
    await author.getByRole('button', { name: 'Lezen (Alt+M)' }).click()
    await thread.getByText('Welke wet is dit?').waitFor()
    await expectAccessible(author)
  })

  it('are marked where the text can only be read, lead to their thread and back, also on the page of review and without script', async () => {
    const sql = connect(inject('databaseUrl'), { max: 2 })
    onTestFinished(() => sql.end())
    const { author, reviewer, sectionId } = await aWrittenSection(
      sql,
      textOf('De wet stelt eisen aan de toegang tot de rechter.'),
    )
    const thread = (quote: string) =>
      startThread(reviewer, { sectionId, quote, onWords: true, nature: 'fact', body: `Over ${quote}?` })
    const [one, two] = [await thread('wet'), await thread('eisen')]
    const desk = await openDesk(author, sectionId)
    const comment = (threadId: string) => desk.state().schema.mark('comment', { threadId })
    desk.edit((tr) => tr.addMark(4, 7, comment(one)).addMark(14, 19, comment(two)))
    await desk.settled()
    await submitSection(author, sectionId)

    const page = await openAs('author')
    await page.goto(`/sections/${sectionId}`)
    await ready(page)
    const words = page.getByRole('link', { name: 'wet – opmerking van Beoordelaar Demo' })
    const first = page.locator(`#comment-${one}`)
    await words.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => first.evaluate((element) => element === document.activeElement)).toBe(true)
    await expectAccessible(page)
    await first.getByRole('button', { name: 'Naar de tekst: wet' }).click()
    await expect.poll(() => words.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.setViewportSize(phone)
    await words.click()
    await expect.poll(() => first.evaluate((element) => element === document.activeElement)).toBe(true)
    await expectAccessible(page)

    const colleague = await openAs('reviewer')
    await colleague.goto(`/review/${sectionId}`)
    await ready(colleague)
    await colleague.getByRole('link', { name: 'eisen – opmerking van Beoordelaar Demo' }).click()
    await expect
      .poll(() => colleague.locator(`#comment-${two}`).evaluate((element) => element === document.activeElement))
      .toBe(true)
    await expectAccessible(colleague)

    const plain = await openAs('reviewer', { script: false })
    await plain.goto(`/sections/${sectionId}`)
    await plain.getByRole('link', { name: 'wet – opmerking van Beoordelaar Demo' }).click()
    expect(new URL(plain.url()).hash).toBe(`#comment-${one}`)
    await plain.locator(`#comment-${one}`).getByText('Over wet?').waitFor()
  })

  it('stay with their section when words are pasted into another, and so do suggestions: the words come along, and are saved', async () => {
    const sql = connect(inject('databaseUrl'), { max: 2 })
    onTestFinished(() => sql.end())
    const { reviewer, sectionId } = await aWrittenSection(sql, textOf('De wet stelt eisen.'))
    const threadId = await startThread(reviewer, { sectionId, quote: 'wet', onWords: true, nature: 'fact', body: 'Welke wet?' })
    const desk = await openDesk(reviewer, sectionId)
    const mark = (name: string, attrs: object) => desk.state().schema.mark(name, attrs)
    const [put, taken] = [crypto.randomUUID(), crypto.randomUUID()]
    desk.edit((tr) => tr.addMark(4, 7, mark('comment', { threadId })))
    desk.edit((tr) => tr.insert(14, desk.state().schema.text('nieuwe ', [mark('insertion', { id: put })])))
    desk.edit((tr) => tr.addMark(8, 14, mark('deletion', { id: taken })))
    expect((await desk.settled())?.kind).toBe('saved')
    const { sectionId: other } = await aWrittenSection(sql, textOf('Hier.'))

    const page = await openAs('author')
    const copied = async () => {
      await page.keyboard.press('Control+a')
      return text(page).evaluate((element) => {
        const data = new DataTransfer()
        element.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
        return data.getData('text/html')
      })
    }
    const paste = (html: string) =>
      text(page).evaluate((element, given) => {
        const data = new DataTransfer()
        data.setData('text/html', given)
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      }, html)
    await open(page, `/sections/${sectionId}`)
    expect(await marked(page).count()).toBe(1)
    expect(await text(page).locator('ins, del').count()).toBe(2)
    const html = await copied()
    await open(page, `/sections/${other}`)
    await page.keyboard.press('Control+a')
    await paste(html)
    await text(page).getByText('De wet nieuwe eisen.').waitFor()
    await saved(page)
    expect(await text(page).locator('mark, ins, del').count()).toBe(0)

    // A page that cleans nothing sends marks of another section: what it sends is not saved, and the page says so. Ours does not.
    await paste(
      `<p data-pm-slice="1 1 []">Nog <mark data-comment="${threadId}">een</mark> <ins data-suggestion="${put}">wet</ins>.</p>`,
    )
    await text(page).getByText('Nog een wet.').waitFor()
    await saved(page)
    expect(await text(page).locator('mark, ins, del').count()).toBe(0)
    await page.reload()
    await text(page).getByText('Nog een wet.').waitFor()

    // What is copied where a section can only be read comes along as words too.
    await sql`update section set status = 'in-review' where id = ${sectionId}`
    await page.goto(`/sections/${sectionId}`)
    await ready(page)
    const read = await page.evaluate(() => {
      const around = document.querySelector('.pane[data-name=text] .text')!
      getSelection()!.selectAllChildren(around)
      return around.innerHTML.replaceAll('href="#', `href="${location.href}#`)
    })
    expect(read).toContain('commented')
    await open(page, `/sections/${other}`)
    await page.keyboard.press('Control+a')
    await paste(read)
    await text(page).getByText('De wet nieuwe eisen.').waitFor()
    expect(await text(page).locator('mark, ins, del, .footnote-to-match').count()).toBe(0)
    await saved(page)
  })
})
