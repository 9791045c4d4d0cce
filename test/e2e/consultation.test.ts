import { beforeAll, describe, expect, inject, it } from 'vitest'
import { connect } from '#app/platform/database/sql.server.ts'
import { readStandardInForce } from '#app/services/standard-terms/read-standard.server.ts'
import { startDraft } from '#app/services/standard-terms/start-draft.server.ts'
import { addPerson, as } from '../support/people.ts'
import { expectAccessible, foresee, openAs, openPage, phone, ready } from './support/pages.ts'

describe('a consultation about a draft of the standard', () => {
  let base = ''
  const version = `raadpleging-${Date.now() % 1e6}`
  beforeAll(async () => {
    const sql = connect(inject('databaseUrl'), { max: 2 })
    try {
      const policy = as(sql, await addPerson(sql, 'policy'), () => new Date())
      const inForce = await readStandardInForce(policy)
      const standardId = await startDraft(policy, { fromId: inForce!.id, version, reason: 'Voor de raadpleging in de browser.' })
      base = `/terms-of-reference/consultations/${standardId}`
    } finally {
      await sql.end()
    }
  })

  it('goes from what experts say to points, an action with owner and date, and an outcome that every giver reads', async () => {
    const policy = await openAs('policy')
    await policy.goto('/terms-of-reference/consultations')
    await policy.getByRole('link', { name: version }).click()
    await policy.getByText('Er is nog niemand om inbreng gevraagd.').waitFor()
    await expectAccessible(policy)
    await policy.getByRole('link', { name: 'Inbreng vragen' }).click()
    await policy.waitForURL(/open$/)
    foresee(policy, /422/)
    await policy.getByLabel('Wat wij vragen').fill('Te kort')
    await policy.getByLabel('Laatste dag voor inbreng').fill('2020-01-01')
    await policy.getByRole('button', { name: 'Vragen', exact: true }).click()
    await policy.getByRole('alert').getByText('Schrijf op wat u vraagt, in minstens 10 tekens.').waitFor()
    await expectAccessible(policy)
    await policy.getByLabel('Wat wij vragen').fill('Wat mist u in de vragen over bescherming?')
    await policy.getByLabel('Laatste dag voor inbreng').fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10))
    await policy.getByRole('button', { name: 'Vragen', exact: true }).click()
    await policy.getByText('Wat mist u in de vragen over bescherming?').waitFor()

    // One expert has an account, one organisation gets a link.
    await policy.getByRole('link', { name: 'Organisatie uitnodigen' }).click()
    await policy.waitForURL(/invite$/)
    await policy.getByLabel('Organisatie', { exact: true }).selectOption({ label: 'UNHCR' })
    await policy.getByLabel('Functie van wie u aanschrijft').fill('adviseur bescherming')
    await policy.getByRole('button', { name: 'Link maken' }).click()
    const link = await policy.getByLabel('Link om te versturen').inputValue()
    await expectAccessible(policy)
    const guest = await openPage()
    await guest.goto(new URL(link).pathname)
    await ready(guest)
    await guest.getByLabel('Inbreng', { exact: true }).fill('Vraag wie bescherming in de praktijk biedt, ook buiten de overheid.')
    await guest.getByRole('button', { name: 'Inbreng geven' }).click()
    await guest.getByText('Uw inbreng is ontvangen.').waitFor()
    await expectAccessible(guest)

    const expert = await openAs('external-expert')
    await expert.getByRole('link', { name: version }).click()
    await expert.waitForURL(/give$/)
    await expert.getByLabel('Waarover').selectOption('sgbv.reporting')
    await expert.getByLabel('Inbreng', { exact: true }).fill('Vraag naar opvang voor wie aangifte doet.')
    await expert.getByRole('button', { name: 'Inbreng geven' }).click()
    await expert.getByText('Uw inbreng is ontvangen.').waitFor()
    await expert.getByLabel('Inbreng', { exact: true }).fill('Deze opmerking hoort bij een ander onderwerp.')
    await expert.getByRole('button', { name: 'Inbreng geven' }).click()
    await expert.getByText('Deze opmerking hoort bij een ander onderwerp.').waitFor()
    await expectAccessible(expert)

    // The coordinator makes one point of two voices, and sets the third aside with a reason.
    const coordinator = await openAs('coordinator')
    await coordinator.goto(base)
    await coordinator.getByRole('link', { name: 'Punt maken Inbreng 1' }).click()
    await coordinator.waitForURL(/distil/)
    await coordinator
      .getByLabel('Punt', { exact: true })
      .fill('Vragen naar bescherming door anderen dan de overheid, en naar opvang.')
    await coordinator.getByLabel(/^2\. /).check()
    await expectAccessible(coordinator)
    await coordinator.getByRole('button', { name: 'Punt opslaan' }).click()
    await coordinator.waitForURL(/points\/1$/)
    await ready(coordinator)
    const late = await openAs('coordinator')
    await late.goto(`${base}/points/1`)
    await ready(late)
    await coordinator.getByLabel('Formulering wijzigen').check()
    await coordinator.getByLabel('Wie', { exact: true }).selectOption({ label: 'Beleid Demo' })
    await coordinator.getByLabel('Gereed op').fill('2099-01-31')
    await coordinator.getByRole('button', { name: 'Actie opslaan' }).click()
    await coordinator.getByRole('button', { name: 'Uitkomst opslaan' }).waitFor()

    // Who plans it at the same time is told, keeps what was typed, and then comes through.
    foresee(late, /409/)
    await late.getByLabel('Vraag toevoegen').check()
    await late.getByLabel('Wie', { exact: true }).selectOption({ label: 'Beleid Demo' })
    await late.getByLabel('Gereed op').fill('2099-02-28')
    await late.getByRole('button', { name: 'Actie opslaan' }).click()
    await late.getByText('Iemand anders wijzigde dit intussen.').first().waitFor()
    await late.getByText('31 januari 2099').first().waitFor()
    expect(await late.getByLabel('Gereed op').inputValue()).toBe('2099-02-28')
    await expectAccessible(late)
    await late.getByRole('button', { name: 'Actie opslaan' }).click()
    await late.getByText('Iemand anders wijzigde dit intussen.').first().waitFor({ state: 'detached' })

    await coordinator.reload()
    await ready(coordinator)
    await coordinator.getByLabel('Deels overgenomen').check()
    await coordinator.getByLabel('Reden').fill('Opvang staat nu in de vraag; de rest volgt bij de volgende herziening.')
    await coordinator.getByLabel('De vraag waarin het terug te zien is').selectOption('sgbv.reporting')
    await coordinator.getByRole('button', { name: 'Uitkomst opslaan' }).click()
    await coordinator
      .getByRole('heading', { name: 'Uitkomst' })
      .locator('..')
      .getByText('Opvang staat nu in de vraag')
      .first()
      .waitFor()
    await coordinator.goto(`${base}/inputs/3/set-aside`)
    await ready(coordinator)
    await coordinator.getByLabel('Reden').fill('Dit gaat over de vorm van het bericht, niet over de vragen.')
    await coordinator.getByRole('button', { name: 'Terzijde leggen' }).click()
    await coordinator.getByText('Dit gaat over de vorm van het bericht').waitFor()

    // Every giver reads what became of it.
    for (const [page, address] of [
      [guest, '/invitation/consultation'],
      [expert, `${base}/give`],
    ] as const) {
      await page.goto(address)
      await page.getByText('Opvang staat nu in de vraag').waitFor()
    }
    await expert.getByText('Dit gaat over de vorm van het bericht').waitFor()
    await guest.getByRole('button', { name: 'Mijn inbreng is compleet' }).click()
    await guest.getByText('dat uw inbreng compleet is').first().waitFor()
  }, 180_000)

  it('reads well on a phone, in both languages', async () => {
    const policy = await openAs('policy', { viewport: phone, language: 'en' })
    const coordinator = await openAs('coordinator', { viewport: phone })
    for (const page of [policy, coordinator]) {
      for (const address of [
        base,
        `${base}/points/1`,
        '/terms-of-reference/consultations',
        '/terms-of-reference/consultations/courses',
      ]) {
        await page.goto(address)
        await expectAccessible(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0)
      }
    }
  })
})
