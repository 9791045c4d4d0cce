import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, expect, inject, onTestFinished } from 'vitest'
import { demoAccounts } from '#app/services/accounts/demo-accounts.server.ts'
import type { Language, Role } from '#schemas/vocabulary.ts'
import { projectFolder } from '../../support/processes.ts'

/** What was seen when a browser test failed goes here. */
const failureFolder = join(projectFolder, '.cache', 'e2e')

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

type Options = {
  /** The language chosen on this device; without it the account's own, Dutch. */
  language?: Language
  viewport?: { width: number; height: number }
  /** False: a reader whose browser runs no script. */
  script?: boolean
  context?: BrowserContextOptions
}

let browser: Promise<Browser> | undefined
afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})

const problems = new WeakMap<Page, string[]>()
const foreseen = new WeakMap<Page, RegExp[]>()

/**
 * A fresh browser window of its own (own cookies), in Dutch, closed when the test ends. The test fails when the page logged an error that it
 * did not foresee with `foresee`.
 */
export async function openPage({ language, viewport = desktop, script = true, context: more }: Options = {}): Promise<Page> {
  browser ??= chromium.connect(inject('browserUrl'))
  const baseURL = inject('baseUrl')
  const context = await (
    await browser
  ).newContext({ baseURL, viewport, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', javaScriptEnabled: script, ...more })
  context.setDefaultTimeout(20_000)
  if (language) await context.addCookies([{ name: 'language', value: language, url: baseURL }])
  const page = await context.newPage()
  watch(page)
  context.on('page', watch)
  onTestFinished(async ({ task }) => {
    try {
      if (task.result?.state === 'fail') await picture(page, task.name)
      else noConsoleErrors(page)
    } finally {
      await context.close()
    }
  })
  return page
}

/** Signs in as the demo person of a role (or of an address, for the second author) the way a newcomer does: with the demo button. */
export async function openAs(roleOrEmail: Role | `${string}@demo.example`, options: Options = {}): Promise<Page> {
  const account = demoAccounts.find((it) => it.email === roleOrEmail || it.roles.includes(roleOrEmail as Role))
  if (!account) throw new Error(`there is no demo account for ${roleOrEmail}`)
  const page = await openPage(options)
  await page.goto('/sign-in')
  await page.locator(`form:has(input[name=email][value="${account.email}"]) button`).click()
  await page.waitForURL((url) => url.pathname === '/')
  if (options.script !== false) await ready(page)
  return page
}

/** Waits until the page's own script has taken over, so that keys and buttons do what they will do for a person. */
export async function ready(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page
    .waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith('__react')), undefined, { timeout: 10_000 })
    .catch(() => {})
}

/** The page passes WCAG 2.2 AA and the tester's best practices: not one finding. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const tester = (window as unknown as { axe: typeof axe }).axe
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await tester.run(document, { runOnly: { type: 'tag', values: tags } })
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} – ${node.html.slice(0, 160)}`))
  })
  expect(found, `accessibility of ${page.url()}`).toEqual([])
}

/** Errors this test brings about on purpose, such as an answer 409 to the page's own request. */
export function foresee(page: Page, pattern: RegExp): void {
  foreseen.get(page)?.push(pattern)
}

/** The page's scripts logged no error and threw none; so every test that opened a page also ends. */
export function noConsoleErrors(page: Page): void {
  const expected = foreseen.get(page) ?? []
  const found = (problems.get(page) ?? []).filter((problem) => !expected.some((pattern) => pattern.test(problem)))
  expect(found, `errors in the browser at ${page.url()}`).toEqual([])
}

function watch(page: Page): void {
  if (problems.has(page)) return
  const list: string[] = []
  problems.set(page, list)
  foreseen.set(page, [])
  page.on('pageerror', (error) => list.push(String(error)))
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    // The answer to opening a page is what a test looks at itself; here only what the page then asked for.
    const refusedPage = message.text().startsWith('Failed to load resource') && message.location().url === page.url()
    if (!refusedPage) list.push(`${message.text()} ${message.location().url}`)
  })
}

async function picture(page: Page, test: string): Promise<void> {
  mkdirSync(failureFolder, { recursive: true })
  const name = test.replace(/[^\w]+/g, '-').slice(0, 100)
  await page.screenshot({ path: join(failureFolder, `${name}.png`), fullPage: true, timeout: 5000 }).catch(() => {})
}
