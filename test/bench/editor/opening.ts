import type { Browser } from 'playwright-core'
import { defineAfterPaint } from './after-paint.ts'

export type Opening = {
  editable: number
  typed: number
  /** The scripts it had loaded when the text could be written in. */
  script: string[]
  /** Those, and what it loaded by itself after that. */
  allScript: string[]
}

/**
 * Opens a section in a window of its own, with nothing in its cache, and types a letter as soon as there is something to type in.
 * @param quiet milliseconds that it then stays open untouched.
 * @returns milliseconds since the navigation started, until the text can be written in and until the letter is painted; and the scripts it loaded.
 */
export async function openSection(browser: Browser, cookie: string, address: string, quiet = 0): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' })
  try {
    const [name, value] = cookie.split('=') as [string, string]
    await context.addCookies([{ name, value, url: address }])
    const page = await context.newPage()
    await page.addInitScript(defineAfterPaint)
    await page.addInitScript(() => {
      const seen = { editable: 0, typed: 0, script: [] as string[] }
      Object.assign(window, { seen })
      new MutationObserver((_changes, observer) => {
        const text = document.querySelector<HTMLElement>('.editor-text[contenteditable=true]')
        if (!text) return
        observer.disconnect()
        seen.editable = performance.now()
        seen.script = performance.getEntriesByType('resource').map((entry) => entry.name)
        text.focus()
        text.addEventListener('input', () => window.afterPaint(() => (seen.typed ||= performance.now())))
      }).observe(document, { childList: true, subtree: true, attributes: true })
    })
    await page.goto(address, { waitUntil: 'commit' })
    await page.waitForFunction(() => (window as unknown as { seen: Opening }).seen.editable > 0)
    await page.keyboard.press('x')
    await page.waitForFunction(() => (window as unknown as { seen: Opening }).seen.typed > 0)
    await page
      .locator('.save-state[data-state=saved]')
      .getByText(/Opgeslagen om/)
      .waitFor()
    await page.waitForTimeout(quiet)
    const opened = await page.evaluate(() => ({
      ...(window as unknown as { seen: Omit<Opening, 'allScript'> }).seen,
      allScript: performance.getEntriesByType('resource').map((entry) => entry.name),
    }))
    return { ...opened, script: scriptsOf(opened.script), allScript: scriptsOf(opened.allScript) }
  } finally {
    await context.close()
  }
}

const scriptsOf = (files: readonly string[]): string[] => files.filter((file) => new URL(file).pathname.endsWith('.js'))
