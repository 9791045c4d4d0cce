import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { desktop, expectAccessible, foresee, openAs, phone, ready } from './support/pages.ts'

const sentence = 'In de haven van Tartous bleef het baggerwerk in de verslagperiode grotendeels stilliggen.'
const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de paragraaf' })

/** Both sizes, no findings, nothing sticking out sideways. */
async function holdsUp(page: Page): Promise<void> {
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `width of ${page.url()}`).toBeLessThanOrEqual(
      size.width,
    )
  }
  await page.setViewportSize(desktop)
}

describe('the main job, from terms of reference to a found, cited passage', () => {
  it('is done by five people, each doing what only they may', { timeout: 240_000 }, async () => {
    // 1. Policy staff set the terms of reference.
    const policy = await openAs('policy')
    await policy.goto('/terms-of-reference/new')
    await policy.getByLabel('Land', { exact: true }).selectOption({ label: 'Syrië' })
    await policy.getByLabel('Verslagperiode van').fill('2020-01-01')
    await policy.getByLabel('Verslagperiode tot en met').fill('2020-12-31')
    await policy.getByLabel('Rapport gereed op').fill('2027-03-01')
    await policy.getByRole('button', { name: 'Opstellen', exact: true }).click()
    await policy.getByRole('heading', { level: 1, name: 'Terms of reference Syrië' }).waitFor()
    const terms = new URL(policy.url()).pathname
    await policy.goto(`${terms}/questions/sgbv.fgm/drop`)
    await ready(policy)
    foresee(policy, /422/)
    await policy.getByRole('button', { name: 'Laten vervallen' }).click()
    await policy.getByRole('alert').getByText('minstens 10 tekens').waitFor()
    await policy.getByLabel('Reden').fill('Wordt in een apart thematisch bericht gevraagd.')
    await policy.getByRole('button', { name: 'Laten vervallen' }).click()
    await policy.getByText('Wordt in een apart thematisch bericht gevraagd.').first().waitFor()
    await holdsUp(policy)
    await policy.goto(`${terms}/hand-over`)
    await policy.getByRole('button', { name: 'Overdragen' }).click()
    await policy.getByText('De vragen staan nu vast').waitFor()

    // 2. An author accepts, takes a section, writes it with a source and an incident in context.
    const author = await openAs('author')
    await author.goto(terms)
    await author.getByRole('button', { name: 'Aanvaarden en rapport beginnen' }).click()
    await author.waitForURL(/\/reports\//)
    const report = new URL(author.url()).pathname
    await author.getByRole('link', { name: 'Bewegingsvrijheid' }).click()
    await text(author).click()
    await author.keyboard.insertText(sentence)
    await author.keyboard.press('Alt+c')
    await author.getByRole('button', { name: 'Nieuwe bron toevoegen' }).click()
    await author.getByLabel('Titel').fill('Havenbericht Oostelijke Middellandse Zee')
    await author
      .getByLabel(/Uitgever/)
      .first()
      .fill('Havenbureau Demo')
    await author.getByRole('button', { name: 'Toevoegen aan het register' }).click()
    await author.getByLabel('Vindplaats').fill('p. 7')
    await author.getByRole('button', { name: 'Invoegen' }).click()
    await author.keyboard.press('Alt+i')
    await author.getByRole('combobox', { name: 'Zoek een incident' }).fill('Baghuz')
    await author.locator('[role=listbox] [role=option]').first().waitFor()
    await author.keyboard.press('ArrowDown')
    await author.keyboard.press('Enter')
    await author.getByRole('heading', { name: 'Context die meegaat' }).waitFor()
    await author.getByText('302').first().waitFor()
    await expectAccessible(author)
    await author.getByRole('button', { name: 'Invoegen' }).click()
    await text(author).getByText('Baghuz').first().waitFor()
    await author
      .locator('.save-state[data-state=saved]')
      .getByText(/Opgeslagen om/)
      .waitFor()
    await author.reload()
    await text(author).getByText(sentence).waitFor()
    await text(author).getByText('Baghuz').first().waitFor()
    await holdsUp(author)
    await author.getByRole('button', { name: 'Aanbieden ter beoordeling' }).click()
    await author.getByText('Zet eerst de peildatum').waitFor()
    await author.getByLabel('Peildatum').fill('2020-12-31')
    await author.getByRole('button', { name: 'Zetten' }).click()
    await author.getByText('De peildatum is gezet.').waitFor()
    await author.getByRole('button', { name: 'Aanbieden ter beoordeling' }).click()
    await author.getByText('ligt nu bij de beoordelaars').waitFor()

    // 3. A reviewer reads it beside the question, comments, and approves; the author cannot.
    const reviewer = await openAs('reviewer')
    await reviewer.goto('/review')
    await reviewer
      .getByRole('row', { name: /1 januari – 31 december 2020/ })
      .getByRole('link', { name: /Bewegingsvrijheid/ })
      .click()
    await reviewer.getByText(sentence).waitFor()
    await reviewer
      .getByText(/bewegingsvrijheid/i)
      .first()
      .waitFor()
    await holdsUp(reviewer)
    await reviewer.getByLabel('Uw opmerking').fill('Helder; de bron noemt ook de maand.')
    await reviewer.getByRole('button', { name: 'Opmerking plaatsen' }).click()
    await reviewer.getByText('Helder; de bron noemt ook de maand.').first().waitFor()
    await reviewer.getByRole('button', { name: 'Vaststellen' }).click()
    await reviewer.getByText('U hebt dit onderdeel vastgesteld.').waitFor()

    // 4. The publisher releases the approved section.
    const publisher = await openAs('publisher')
    await publisher.goto(`${report}/release`)
    await holdsUp(publisher)
    await publisher.getByRole('button', { name: 'Uitgeven' }).click()
    await publisher.waitForURL(/\/releases\/SYR-\d{4}-\d+$/)
    const release = new URL(publisher.url()).pathname
    await publisher.getByText(sentence).waitFor()
    await publisher.getByText('Baghuz').first().waitFor()
    await holdsUp(publisher)
    for (const format of ['html', 'pdf', 'docx', 'json']) {
      const answer = await publisher.request.get(`${release}/download/${format}`)
      expect(answer.status()).toBe(200)
      expect((await answer.body()).length).toBeGreaterThan(1000)
    }

    // 5. A decision officer finds the passage and the incident, opens the passage at its place and copies the citation.
    const officer = await openAs('decision-officer')
    await officer.goto('/search?q=baggerwerk+haven')
    for (let attempt = 0; (await officer.locator('mark').count()) === 0; attempt++) {
      expect(attempt, 'the release reaches the index').toBeLessThan(40)
      await officer.waitForTimeout(500)
      await officer.reload()
    }
    await holdsUp(officer)
    await officer
      .getByRole('link', { name: /Syrië › 1 .* › 1\.6 Bewegingsvrijheid/ })
      .first()
      .click()
    await officer.waitForURL(/#b[a-z0-9]{10}$/)
    const anchor = new URL(officer.url()).hash
    const passage = officer.locator(anchor)
    expect(await passage.innerText()).toContain(sentence)
    await passage.locator('a.permalink').click()
    const citation = officer.getByRole('dialog', { name: 'Citeren' })
    await officer.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await citation.getByRole('button', { name: 'Verwijzing kopiëren' }).click()
    await citation.getByText('Gekopieerd').waitFor()
    const copied = await officer.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(
      /^Ministerie van Buitenlandse Zaken, Algemeen ambtsbericht Syrië, .*par\. 1\.6 Bewegingsvrijheid, peildatum 31 december 2020, /,
    )
    expect(copied).toContain(`${release}${anchor}, geraadpleegd op `)
    await expectAccessible(officer)

    await officer.goto('/search?q=Baghuz&type=incident')
    await officer.getByText(/302/).first().waitFor()
    await holdsUp(officer)
    const refused = await officer.goto(report)
    expect(refused?.status()).toBe(403)
  })

  it('reads without script: the release, its footnotes and its downloads', async () => {
    const officer = await openAs('decision-officer', { script: false })
    await officer.goto('/releases')
    await officer
      .getByRole('link', { name: 'SYR-2026-1' })
      .or(officer.getByRole('link', { name: /^SYR-\d{4}-1$/ }))
      .first()
      .click()
    await officer.locator('.fn a').first().click()
    await officer.waitForURL(/#fn-1$/)
    expect(await officer.locator('#fn-1').isVisible()).toBe(true)
    await officer.getByRole('link', { name: /PDF/ }).waitFor()
  })

  it('opens a footnote in place and gives the focus back', async () => {
    const officer = await openAs('decision-officer')
    await officer.goto('/releases')
    await officer.getByRole('link', { name: /^SYR-\d{4}-1$/ }).click()
    await officer.waitForURL(/SYR-\d{4}-1$/)
    await ready(officer)
    const reference = officer.locator('.fn a').first()
    await reference.click()
    const note = officer.locator('.footnote-in-place')
    await note.waitFor({ state: 'visible' })
    expect(await note.innerText()).toContain('Uppsala')
    await expectAccessible(officer)
    await officer.keyboard.press('Escape')
    await note.waitFor({ state: 'hidden' })
    expect(await officer.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#fn-1')
  })
})
