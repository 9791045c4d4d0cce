import { beforeAll, describe, expect, inject, it } from 'vitest'
import { connect } from '#app/platform/database/sql.server.ts'
import { createRelease } from '#app/services/releases/create-release.server.ts'
import { readStandardInForce } from '#app/services/standard-terms/read-standard.server.ts'
import { startDraft } from '#app/services/standard-terms/start-draft.server.ts'
import { consulted } from '../support/consulted.ts'
import { addPerson, as } from '../support/people.ts'
import { approvedReport } from '../support/released.ts'
import { expectAccessible, foresee, openAs, phone, ready } from './support/pages.ts'

/** A question of the first section, which the released report answers. */
const key = 'overview.broad-picture'
const page = `/terms-of-reference/evaluation/${key}`

describe('the evaluation of the standard', () => {
  let release = ''
  let sectionId = ''
  let draft = ''
  beforeAll(async () => {
    const sql = connect(inject('databaseUrl'), { max: 2 })
    try {
      const report = await approvedReport(sql, ['Het beeld in vijf woorden.'])
      sectionId = report.sectionIds[0]!
      ;({ number: release } = await createRelease(report.publisher, report))
      const policy = as(sql, await addPerson(sql, 'policy'), () => new Date())
      const inForce = await readStandardInForce(policy)
      draft = `proef-${Date.now() % 1e6}`
      const reason = 'Voor de proef in de browser.'
      const standardId = await startDraft(policy, { fromId: inForce!.id, version: draft, reason })
      await consulted(policy, { standardId, reason })
    } finally {
      await sql.end()
    }
  })

  it('goes round by keyboard: policy asks, an officer and an author answer, policy decides, the officer sees it', async () => {
    const policy = await openAs('policy')
    await policy.goto('/terms-of-reference')
    await policy.getByRole('link', { name: 'Evaluatie' }).focus()
    await policy.keyboard.press('Enter')
    await policy.getByRole('heading', { level: 1, name: 'Evaluatie' }).waitFor()
    await policy.locator(`a[href^="${page}?"]`).focus()
    await policy.keyboard.press('Enter')
    await policy.getByRole('heading', { level: 1, name: /^Vraag 0\.1\.1/ }).waitFor()
    await policy
      .getByRole('link', { name: `${release}` })
      .or(policy.locator(`a[href^="/releases/${release}#"]`))
      .first()
      .waitFor()
    await policy.getByRole('link', { name: 'Gerichte vraag stellen' }).focus()
    await policy.keyboard.press('Enter')
    await policy.getByLabel('Aan', { exact: true }).focus()
    await policy.keyboard.type('beslis')
    await policy.keyboard.press('Tab')
    await policy.keyboard.type('Helpt het bredere beeld bij uw werk?')
    await policy.getByLabel('Open tot en met').fill('2099-12-31')
    await policy.getByRole('button', { name: 'Vraag stellen' }).focus()
    await policy.keyboard.press('Enter')
    await policy.getByText('De gerichte vraag is gesteld.').waitFor()

    const officer = await openAs('decision-officer')
    await officer.getByRole('link', { name: 'Helpt het bredere beeld bij uw werk?' }).focus()
    await officer.keyboard.press('Enter')
    await officer.getByRole('heading', { level: 1, name: /^Opmerking bij een vraag van/ }).waitFor()
    await ready(officer)
    foresee(officer, /422/)
    await officer.getByLabel('In uw woorden').focus()
    await officer.keyboard.type('Ja')
    await officer.getByRole('button', { name: 'Opmerking geven' }).focus()
    await officer.keyboard.press('Enter')
    await officer.getByRole('alert').getByText('Kies waarover uw opmerking gaat.').waitFor()
    await expectAccessible(officer)
    expect(await officer.getByLabel('In uw woorden').inputValue()).toBe('Ja')
    await officer.getByLabel('Waarvoor ik het gebruikte').focus()
    await officer.keyboard.press('Space')
    await officer.getByLabel('In uw woorden').fill('Ja, om een verklaring in de tijd te plaatsen.')
    await officer.getByRole('button', { name: 'Opmerking geven' }).focus()
    await officer.keyboard.press('Enter')
    await officer.getByText('Dank u. Uw opmerking is bewaard').waitFor()

    const author = await openAs('author', { script: false })
    await author.goto(`/sections/${sectionId}`)
    await author.getByRole('link', { name: 'Opmerking bij een vraag' }).click()
    await author.getByLabel(/algemene situatie in het land/).check()
    await author.getByLabel('Vraagt te veel tegelijk').check()
    await author.getByLabel('In uw woorden').fill('Vier gebieden in één vraag.')
    await author.getByRole('button', { name: 'Opmerking geven' }).click()
    await author.getByText('Dank u. Uw opmerking is bewaard').waitFor()

    await policy.goto(page)
    await policy.getByText('Ja, om een verklaring in de tijd te plaatsen.').waitFor()
    await policy.getByText('Vier gebieden in één vraag.').waitFor()
    expect(await policy.locator('main').innerText()).not.toContain('Beslismedewerker Demo')
    await ready(policy)
    await policy.getByLabel('Voorgestelde wijziging').selectOption({ label: 'splitsen' })
    await policy.getByLabel('Voorstel in woorden').fill('Maak van de vier gebieden vier vragen.')
    await policy.getByLabel('Besluit', { exact: true }).selectOption({ label: 'deels overgenomen' })
    await policy.getByLabel('Reden van het besluit').fill('Twee vragen is genoeg.')
    await policy.getByRole('button', { name: 'Vastleggen' }).focus()
    await policy.keyboard.press('Enter')
    await policy.getByText('Vastgelegd.').waitFor()
    await officer.reload()
    await officer.getByText('Twee vragen is genoeg.').waitFor()
    await officer.getByRole('button', { name: /^Intrekken/ }).click()
    await officer.getByText('Uw opmerking is ingetrokken.').waitFor()
  })

  it('shows who records second what stands, and keeps what they typed', async () => {
    const [first, second] = [await openAs('policy'), await openAs('policy')]
    const other = '/terms-of-reference/evaluation/overview.key-events'
    foresee(second, /409/)
    for (const window of [first, second]) {
      await window.goto(other)
      await ready(window)
      await window.getByLabel('Voorgestelde wijziging').selectOption({ label: 'anders formuleren' })
    }
    await first.getByLabel('Voorstel in woorden').fill('Vraag eerst naar het verloop.')
    await first.getByRole('button', { name: 'Vastleggen' }).click()
    await first.getByText('Vastgelegd.').waitFor()
    await second.getByLabel('Voorstel in woorden').fill('Vraag naar hoogstens vijf gebeurtenissen.')
    await second.getByRole('button', { name: 'Vastleggen' }).click()
    await second.getByRole('alert').getByText('Iemand anders legde intussen iets anders vast').waitFor()
    await second.locator('.evaluation-standing').getByText('Vraag eerst naar het verloop.').waitFor()
    expect(await second.getByLabel('Voorstel in woorden').inputValue()).toBe('Vraag naar hoogstens vijf gebeurtenissen.')
    await second.getByRole('button', { name: 'Vastleggen' }).click()
    await second.getByText('Vastgelegd.').waitFor()
    await second.getByRole('heading', { name: 'Eerdere vastleggingen' }).waitFor()
  })

  it('is left with a file for spreadsheets and a page of its own, which is accessible too', async () => {
    const policy = await openAs('policy')
    await policy.goto('/terms-of-reference/evaluation?chapter=all&show=proposals')
    for (const [name, begins] of [
      ['Per vraag (CSV)', 'Hoofdstuk;Nummer;Sleutel;Vraag'],
      ['Per vraag en rapport (CSV)', 'Hoofdstuk;Nummer;Sleutel;Vraag'],
    ] as const) {
      const address = await policy.getByRole('link', { name, exact: true }).getAttribute('href')
      const answer = await policy.request.get(address!)
      expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8')
      expect(await answer.text()).toMatch(new RegExp(`^${begins}`))
    }
    const address = await policy.getByRole('link', { name: 'Toegankelijke pagina (HTML)' }).getAttribute('href')
    const html = await (await policy.request.get(address!)).text()
    const own = await openAs('policy', { viewport: phone })
    await own.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
    await expectAccessible(own)
    expect((await policy.request.get('/terms-of-reference/evaluation/export/pdf')).status()).toBe(404)
  })

  it('knows the countries of a pilot, for which terms of reference can start from a version that is not in force', async () => {
    const policy = await openAs('policy', { script: false })
    await policy.goto('/terms-of-reference/evaluation/pilots')
    const version = policy.locator('section', { has: policy.getByRole('heading', { name: `Versie ${draft}` }) })
    for (const country of ['Turkije', 'Irak']) {
      await version.getByLabel('Land').selectOption({ label: country })
      await version.getByRole('button', { name: /^Als pilotland aanwijzen/ }).click()
      await policy.getByText('Het pilotland is aangewezen.').waitFor()
    }
    await version.getByRole('button', { name: 'Aanwijzing intrekken Irak' }).click()
    await policy.getByText('De aanwijzing is ingetrokken.').waitFor()

    await policy.goto('/terms-of-reference/new')
    const fill = async (country: string) => {
      await policy.getByLabel('Land', { exact: true }).selectOption({ label: country })
      await policy.getByLabel('Uitgangspunt').selectOption({ label: `Versie ${draft} (proef, voor Turkije)` })
      await policy.getByLabel('Verslagperiode van').fill('2026-01-01')
      await policy.getByLabel('Verslagperiode tot en met').fill('2026-09-30')
      await policy.getByLabel('Rapport gereed op').fill('2027-03-01')
      await policy.getByRole('button', { name: 'Opstellen', exact: true }).click()
    }
    await fill('Bhutan')
    await policy.getByRole('alert').getByText('niet aangewezen als proef voor dit land').waitFor()
    await fill('Turkije')
    await policy.getByRole('heading', { level: 1, name: 'Terms of reference Turkije' }).waitFor()
    await policy.goto('/terms-of-reference/evaluation/pilots')
    await version.getByText('(1 uitvraag)').waitFor()
    expect(await version.getByRole('button', { name: /^Aanwijzing intrekken/ }).count()).toBe(0)
  })

  it('is accessible on every page, in both languages and on a phone, and closed to those it is not for', async () => {
    const policy = await openAs('policy', { viewport: phone })
    const reader = await openAs('coordinator', { language: 'en' })
    const addresses = ['/terms-of-reference/evaluation', '/terms-of-reference/evaluation?chapter=all', page]
    for (const window of [policy, reader]) {
      for (const address of [...addresses, '/terms-of-reference/evaluation/pilots']) {
        await window.goto(address)
        await expectAccessible(window)
        expect(await window.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0)
      }
    }
    await policy.goto(`${page}/ask`)
    await expectAccessible(policy)
    expect(await reader.getByRole('button', { name: /pilot/i }).count()).toBe(0)
    const officer = await openAs('decision-officer', { viewport: phone })
    await officer.goto(`/releases/${release}/remarks/0.1`)
    await expectAccessible(officer)
    await officer.goto(`/releases/${release}`)
    await officer.locator('.reader-questions summary').first().click()
    await officer.getByRole('link', { name: 'Opmerking bij deze vragen' }).waitFor()
    for (const [window, address, status] of [
      [officer, '/terms-of-reference/evaluation', 403],
      [officer, `/sections/${sectionId}/remarks`, 403],
      [policy, `/releases/${release}/remarks/0.1`, 403],
      [policy, '/terms-of-reference/evaluation/no.such-question', 404],
      [policy, '/terms-of-reference/evaluation?old=1', 404],
      [officer, `/releases/${release}/remarks/99`, 404],
    ] as const) {
      expect((await window.goto(address))?.status(), address).toBe(status)
    }
  })
})
