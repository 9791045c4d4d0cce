import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import type { Page } from 'playwright-core'
import { connect } from '#app/platform/database/sql.server.ts'
import { AppProcess } from '../bench/co-writing/processes.ts'
import { addPerson, as } from '../support/people.ts'
import { freePort } from '../support/processes.ts'
import { someReport } from '../support/terms.ts'
import { expectAccessible, foresee, openAs } from './support/pages.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de paragraaf' })
/** The text as it stands, with what is suggested. */
const written = (page: Page) =>
  text(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement
    for (const ins of copy.querySelectorAll('ins')) ins.replaceWith(`{+${ins.textContent}+}`)
    for (const del of copy.querySelectorAll('del')) del.replaceWith(`[-${del.textContent}-]`)
    return [...copy.children].map((block) => block.textContent).join(' | ')
  })
const is = (page: Page, expected: string) => expect.poll(() => written(page), { timeout: 30_000 }).toBe(expected)
const saved = (page: Page) => page.locator('.save-state[data-state=saved]').waitFor()
const cut =
  /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_FAILED|ERR_NETWORK/

describe('a section written together', () => {
  let path = ''
  beforeAll(async () => {
    const sql = connect(inject('databaseUrl'), { max: 1 })
    try {
      const author = as(sql, await addPerson(sql, 'author'), () => new Date())
      const policy = as(sql, await addPerson(sql, 'policy'), () => new Date())
      const reportId = await someReport(policy, author, { countryCode: 'GIN', periodFrom: '2016-01-01', periodTo: '2016-12-31' })
      const [row] = await sql<{ id: string }[]>`
        select section.id from section_document join section on section.id = section_id where report_id = ${reportId} order by number limit 1`
      path = `/sections/${row!.id}`
    } finally {
      await sql.end()
    }
  })

  it('by two authors and a reviewer through two processes, one of which is killed: written, suggested, commented, taken over, compared', async () => {
    const settings = { DATABASE_URL: inject('databaseUrl'), SESSION_SECRET: 'a-secret-for-two-processes-of-a-test' }
    const [one, two] = [new AppProcess(await freePort(), settings), new AppProcess(await freePort(), settings)]
    onTestFinished(async () => {
      await one.kill()
      await two.kill()
    })
    await Promise.all([one.start(), two.start()])
    const open = async (process: AppProcess, who: Parameters<typeof openAs>[0]) => {
      const page = await openAs(who, { context: { baseURL: process.base } })
      foresee(page, cut)
      await page.goto(path)
      await text(page).click()
      await page.getByText(/U bent hier alleen|Ook in deze tekst/).waitFor()
      return page
    }

    // Two authors write, each through a process of its own.
    const first = await open(one, 'author')
    const second = await open(two, 'auteur2@demo.example')
    await first.keyboard.type('De wet verbiedt geweld.')
    await is(second, 'De wet verbiedt geweld.')
    await second.keyboard.press('Control+End')
    // The editor hears where the caret is a moment after the browser moved it.
    await second.waitForTimeout(60)
    await second.keyboard.press('Enter')
    await second.keyboard.type('In de praktijk volgt zelden een zaak.')
    await is(first, 'De wet verbiedt geweld. | In de praktijk volgt zelden een zaak.')

    // A reviewer, at the first one's process, suggests and asks.
    const reviewer = await open(one, 'reviewer')
    await reviewer.keyboard.press('Control+Home')
    await reviewer.keyboard.press('End')
    await reviewer.keyboard.press('ArrowLeft')
    await reviewer.keyboard.type(' binnen het gezin')
    const suggested = 'De wet verbiedt geweld{+ binnen het gezin+}. | In de praktijk volgt zelden een zaak.'
    await is(reviewer, suggested)
    await saved(reviewer)
    await is(second, suggested)

    // The process of the first author and the reviewer is killed while they write.
    await first.keyboard.press('Control+End')
    const typing = first.keyboard.type(' Cijfers daarover zijn er niet.', { delay: 40 })
    await new Promise((done) => setTimeout(done, 300))
    await one.kill()
    await typing
    await first.getByText(/geen verbinding – uw tekst wordt bewaard/).waitFor()
    await second.keyboard.press('Control+Home')
    await second.keyboard.type('Stand van zaken: ')
    await one.start()
    const whole =
      'Stand van zaken: De wet verbiedt geweld{+ binnen het gezin+}. | In de praktijk volgt zelden een zaak. Cijfers daarover zijn er niet.'
    for (const page of [first, second, reviewer]) await is(page, whole)
    for (const page of [first, second, reviewer]) await saved(page)

    await reviewer.getByRole('tab', { name: /^Opmerkingen/ }).click()
    await reviewer.getByLabel('Uw opmerking').fill('Is er na 2016 nog een zaak geweest?')
    await reviewer.getByLabel('over een feit', { exact: true }).check()
    await reviewer.getByRole('button', { name: 'Opmerking plaatsen' }).click()
    await reviewer.getByText('Uw opmerking is geplaatst.').waitFor()

    // The second author, at the other process, takes the suggestion over and answers.
    await second.getByRole('tab', { name: /^Voorstellen 1/ }).click()
    await second
      .getByRole('button', { name: /^Overnemen/ })
      .first()
      .click()
    const settled = whole.replace('{+', '').replace('+}', '')
    for (const page of [first, second, reviewer]) await is(page, settled)
    await saved(second)
    await second.goto('/')
    await second.goto(`${path}#comments`)
    await second.locator('.thread').getByText('Is er na 2016 nog een zaak geweest?').waitFor()
    await second.getByText('Beantwoorden').click()
    await second.getByLabel('Uw antwoord').fill('Nee, niet gevonden.')
    await second.getByRole('button', { name: 'Antwoord plaatsen' }).click()
    await second.getByText('Uw antwoord is geplaatst.').waitFor()
    await expectAccessible(second)

    // And what came of it since the beginning is compared, with who wrote what.
    await first.goto(`${path}/history/compare?from=0`)
    await first.getByText('binnen het gezin').first().waitFor()
    await expectAccessible(first)
    await first.goto(`${path}/history/text`)
    const brought = (name: string) => first.locator('.attributed').filter({ hasText: name })
    await brought('binnen het gezin').first().waitFor()
    await expectAccessible(first)
  }, 240_000)
})
