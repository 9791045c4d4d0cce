import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import type { Page } from 'playwright-core'
import { connect } from '#app/platform/database/sql.server.ts'
import { addPerson, as } from '../support/people.ts'
import { freePort, startCommand, until, type Spoken } from '../support/processes.ts'
import { someReport } from '../support/terms.ts'
import { foresee, openAs } from './support/pages.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de paragraaf' })
const words = (page: Page) => text(page).evaluate((element) => element.textContent ?? '')

/** Another process of the same installation, on a port of its own. */
async function startProcess(port: number): Promise<Spoken> {
  const settings = {
    DATABASE_URL: inject('databaseUrl'),
    PORT: String(port),
    SESSION_SECRET: 'a-secret-for-two-processes-of-a-test',
  }
  const process = startCommand(['start'], { settings })
  await until('the process answers', () =>
    fetch(`http://localhost:${port}/health/live`).then(
      (answer) => answer.ok,
      () => false,
    ),
  )
  return process
}

describe('one text through two processes', () => {
  let sectionId: string
  beforeAll(async () => {
    const sql = connect(inject('databaseUrl'), { max: 1 })
    try {
      const author = as(sql, await addPerson(sql, 'author'), () => new Date())
      const policy = as(sql, await addPerson(sql, 'policy'), () => new Date())
      const reportId = await someReport(policy, author, { countryCode: 'SDN', periodFrom: '2017-01-01', periodTo: '2017-12-31' })
      const [row] = await sql<{ id: string }[]>`
        select section.id from section_document join section on section.id = section_id where report_id = ${reportId} order by number limit 1`
      sectionId = row!.id
    } finally {
      await sql.end()
    }
  })

  it('loses nothing when one of them is killed in the middle of typing, and both pages go on by themselves', async () => {
    const [portOne, portTwo] = [await freePort(), await freePort()]
    let one = await startProcess(portOne)
    const two = await startProcess(portTwo)
    onTestFinished(() => {
      one.child.kill('SIGKILL')
      two.child.kill('SIGKILL')
    })
    const open = async (port: number, who: 'author' | 'auteur2@demo.example') => {
      const page = await openAs(who, { context: { baseURL: `http://localhost:${port}` } })
      foresee(page, /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_FAILED/)
      await page.goto(`http://localhost:${port}/sections/${sectionId}`)
      await text(page).click()
      return page
    }
    const first = await open(portOne, 'author')
    const second = await open(portTwo, 'auteur2@demo.example')
    await first.keyboard.type('Door de een. ')
    await text(second).getByText('Door de een.').waitFor()

    const typing = [...'abcdefghijklmnopqrstuvwxyz'].reduce(
      (before, letter) => before.then(() => first.keyboard.type(letter, { delay: 40 })),
      Promise.resolve(),
    )
    await new Promise((done) => setTimeout(done, 400))
    one.child.kill('SIGKILL')
    await one.ended
    await second.keyboard.press('Control+Home')
    await second.keyboard.type('Door de ander. ')
    await typing
    await first.getByText(/geen verbinding – uw tekst wordt bewaard/).waitFor()
    one = await startProcess(portOne)

    const whole = 'Door de ander. Door de een. abcdefghijklmnopqrstuvwxyz'
    for (const page of [first, second]) await expect.poll(() => words(page), { timeout: 30_000 }).toBe(whole)
    await first.locator('.save-state[data-state=saved]').waitFor()
    await first.reload()
    await text(first).waitFor()
    expect(await words(first)).toBe(whole)
  })
})
