import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { expectAccessible, foresee, openAs, phone, ready } from './support/pages.ts'

const texts = (page: Page) =>
  page.locator('[data-placed]').evaluateAll((all) => all.map((it) => [it.getAttribute('data-placed'), it.textContent]))
const scripts = (page: Page) => page.locator('script').evaluateAll((all) => all.map((it) => it.textContent).join('\n'))

/** The demonstration's report of many chapters. */
const number = 'SYR-2026-1'
const path = `/releases/${number}`

/** By a link as a person follows it, or opened as a page. */
async function read(page: Page, how: 'by link' | 'as page'): Promise<void> {
  if (how === 'as page') await page.goto(path)
  else {
    await page.goto('/releases')
    await ready(page)
    await page.getByRole('link', { name: number, exact: true }).click()
  }
  await page.locator('.reader-text .block').first().waitFor()
}

/** A footnote opens beside its number and gives the focus back; a passage offers its citation. */
async function useTheText(page: Page): Promise<void> {
  const note = page.locator('.fn a').first()
  await note.click()
  await page.locator('.footnote-in-place').getByRole('button').waitFor()
  expect(await page.locator('.footnote-in-place').innerText()).toMatch(/^1\. \S/)
  await page.keyboard.press('Escape')
  expect(await note.evaluate((it) => it === document.activeElement)).toBe(true)
  await page.locator('a.permalink').first().click()
  await page.getByRole('dialog', { name: 'Citeren' }).getByText(`uitgave ${number}`).waitFor()
}

describe('the text of a release', () => {
  it('is sent once: in the page, not a second time in its data', async () => {
    const page = await openAs('decision-officer')
    await read(page, 'as page')
    const data = await scripts(page)
    const passages = await page.locator('.reader-text .block').evaluateAll((all) => all.map((it) => it.textContent ?? ''))
    const long = passages.map((it) => it.replace('¶', '').trim()).filter((it) => it.length > 80)
    expect(long.length).toBeGreaterThan(20)
    for (const passage of long) expect(data).not.toContain(passage.slice(10, 60))
  })

  it('is the same opened as a page, reached by a link, without script, and after coming back to it', async () => {
    const bare = await openAs('decision-officer', { script: false })
    await read(bare, 'as page')
    const expected = await texts(bare)
    expect(expected.length).toBeGreaterThan(3)
    const page = await openAs('decision-officer')
    await read(page, 'as page')
    await ready(page)
    expect(await texts(page)).toEqual(expected)
    await useTheText(page)
    await page.keyboard.press('Escape')
    await page.locator('.breadcrumb a').click()
    await page.waitForURL((url) => url.pathname === '/releases')
    await page.goBack()
    await page.waitForURL((url) => url.pathname === path)
    await page.locator('.reader-text .block').first().waitFor()
    expect(await texts(page)).toEqual(expected)
    await useTheText(page)
    const linked = await openAs('decision-officer')
    await read(linked, 'by link')
    expect(await texts(linked)).toEqual(expected)
    await useTheText(linked)
  })

  it('survives a browser that changed the page before its script ran, which then builds the page anew', async () => {
    const page = await openAs('decision-officer', { viewport: phone })
    foresee(page, /Minified React error|hydrat/i)
    await page.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        const main = document.querySelector('main')
        if (!main || document.readyState === 'loading') return
        observer.disconnect()
        main.prepend(document.createElement('aside'))
        document.documentElement.dataset.changed = 'yes'
      }).observe(document, { childList: true, subtree: true })
    })
    await read(page, 'as page')
    await ready(page)
    await page.locator('main > aside').waitFor({ state: 'detached' })
    expect((await texts(page)).every(([, text]) => text && text.length > 0)).toBe(true)
    await useTheText(page)
    await page.keyboard.press('Escape')
    await expectAccessible(page)
  })
})
