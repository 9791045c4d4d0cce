import type { Page } from 'playwright-core'
import { defineAfterPaint } from './after-paint.ts'

/** Keys typed before any is timed, and the pause between keys, as of somebody who types fast. */
const warmUps = 20
const betweenKeys = 120

/**
 * Types in the middle of the text of an open page, and times each key until the page has painted it.
 *
 * A time runs from the moment the browser took the key (the event's own time stamp) until the frame that shows the letter was made (`afterPaint`). The
 * browser draws without waiting for a screen's rhythm (`browserSwitches`), so that the time is work and not waiting.
 *
 * @param editable selects the element that is typed in. @returns milliseconds of every key.
 */
export async function timeKeystrokes(page: Page, editable: string, keys: number): Promise<number[]> {
  await page.evaluate(defineAfterPaint)
  await page.evaluate((selector) => {
    const element = document.querySelector<HTMLElement>(selector)!
    const paragraphs = [...element.querySelectorAll('p')]
    const middle = paragraphs[Math.floor(paragraphs.length / 2)]!
    middle.scrollIntoView({ block: 'center' })
    element.focus()
    const words = document.createTreeWalker(middle, NodeFilter.SHOW_TEXT).nextNode() as Text
    getSelection()!.collapse(words, words.data.indexOf(' ', 10))
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    let takenAt = 0
    element.addEventListener('keydown', ({ timeStamp }) => void (takenAt = timeStamp), { capture: true })
    element.addEventListener('input', () => {
      const since = takenAt
      window.afterPaint(() => times.push(performance.now() - since))
    })
  }, editable)
  await page.waitForTimeout(500)
  const letters = 'nieuwe woorden tussen de andere '
  for (let key = 0; key < warmUps + keys; key++) {
    await page.keyboard.press(letters[key % letters.length] === ' ' ? 'Space' : letters[key % letters.length]!)
    await page.waitForTimeout(betweenKeys)
  }
  const typed = await page.evaluate(
    (selector) => document.querySelector(selector)!.textContent.includes('nieuwe woorden tussen'),
    editable,
  )
  if (!typed) throw new Error('what was typed is not in the text')
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
  if (times.length !== warmUps + keys) throw new Error(`${times.length} keys were timed, not ${warmUps + keys}`)
  return times.slice(warmUps)
}

/** A browser that draws a frame as soon as there is something new to show. */
export const browserSwitches = ['--disable-frame-rate-limit', '--disable-gpu-vsync']
