import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { expectAccessible, foresee, openAs, phone, ready } from './support/pages.ts'

const reason = 'Besproken met AenM, IND en DT&V.'

/** Each test has a draft of its own, made from version 1.0. */
async function startDraft(page: Page, version: string): Promise<string> {
  await page.goto('/terms-of-reference/standards/new')
  await page.getByLabel('Kopie van').selectOption({ label: '1.0 · algemeen · geldig' })
  await page.getByLabel('Naam van de nieuwe versie').fill(version)
  await page.getByLabel('Waarom').fill(reason)
  await page.getByRole('button', { name: 'Concept beginnen' }).click()
  await page.getByText('Het concept is er').waitFor()
  return new URL(page.url()).pathname
}

describe('the standard', () => {
  it('is revised without script: a question reworded, added, moved and removed, consulted, and compared with the version before', async () => {
    const page = await openAs('policy', { script: false })
    const path = await startDraft(page, 'zonder script')
    const question = page.locator('[id="overview.broad-picture"]')
    await question.getByRole('link', { name: 'Wijzigen' }).click()
    await page.getByLabel('Vraag in het Nederlands').fill('Hoe is de situatie in het land in hoofdlijnen te beschrijven?')
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByRole('alert').getByText('minstens 10 tekens').waitFor()
    expect(await page.getByLabel('Vraag in het Nederlands').inputValue()).toContain('in hoofdlijnen te beschrijven')
    await page.getByLabel('Waarom', { exact: true }).fill(reason)
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('De wijziging is opgeslagen').waitFor()
    await question.getByRole('link', { name: 'Wijzigen' }).click()
    const aside = page.getByRole('complementary', { name: 'Vorige formulering' })
    expect(await aside.locator('del').count()).toBeGreaterThan(0)
    expect(await aside.innerText()).toContain(reason)
    await aside.getByText('versie zonder script').waitFor()

    await page.goto(path)
    await page.getByRole('link', { name: 'Vraag toevoegen 0.1' }).click()
    await page.getByLabel('Vraag in het Nederlands').fill('Welke bronnen zijn er over het land?')
    await page.getByLabel('Sleutel').fill('overview.broad-picture')
    await page.getByLabel('Waarom', { exact: true }).fill(reason)
    await page.getByRole('button', { name: 'Toevoegen' }).click()
    await page.getByRole('alert').getByText('al in gebruik').waitFor()
    await page.getByLabel('Sleutel').fill('overview.sources')
    await page.getByRole('button', { name: 'Toevoegen' }).click()
    await page.getByText('De vraag is toegevoegd').waitFor()

    await page.goto(`${path}/order?chapter=overview`)
    await page.getByLabel('Waarom', { exact: true }).fill(reason)
    await page.getByRole('button', { name: 'Omlaag: Welke bronnen zijn er over het land?' }).click()
    await page.getByText('1 verplaatst, nog niet opgeslagen').waitFor()
    expect(await page.getByLabel('Waarom', { exact: true }).inputValue(), 'nothing typed is lost').toBe(reason)
    await page.getByRole('button', { name: 'Volgorde opslaan' }).click()
    await page.getByText('De nieuwe volgorde is opgeslagen').waitFor()

    await page.locator('[id="overview.developments"]').getByRole('link', { name: 'Wijzigen' }).click()
    await page.getByRole('link', { name: 'Weghalen' }).click()
    await page.getByLabel('Waarom', { exact: true }).fill(reason)
    await page.getByRole('button', { name: 'Weghalen' }).click()
    await page.getByText('De vraag is weggehaald').waitFor()

    await page.getByRole('link', { name: 'Vergelijken met 1.0' }).click()
    const counts = page.getByRole('navigation', { name: 'Aantallen' })
    for (const count of ['1 toegevoegd', '1 vervallen', '0 verplaatst', '1 anders verwoord', '98 gelijk gebleven'])
      await counts.getByText(count).waitFor()
    await counts.getByRole('link', { name: 'vervallen' }).click()
    await page.getByText('overview.developments').waitFor()
    expect(await page.getByText('overview.sources').count()).toBe(0)
  })

  it('is put in order by keyboard alone, each step told; dragging with the mouse does the same', async () => {
    const page = await openAs('policy')
    const path = await startDraft(page, 'volgorde')
    await page.goto(`${path}/order?chapter=identity-documents`)
    await ready(page)
    const group = page.locator('.arrange-group').first()
    const texts = async () => group.locator('.arrange-text').allInnerTexts()
    const before = await texts()
    await group.getByRole('button', { name: 'Omlaag' }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByText(/staat nu op plaats 2 van 4/).waitFor()
    expect(await texts()).toEqual([before[1], before[0], ...before.slice(2)])
    expect(await page.evaluate(() => document.activeElement?.textContent), 'the focus goes along').toContain(
      before[0]!.slice(0, 30),
    )

    const handle = group.locator('.arrange-handle').nth(2)
    await handle.focus()
    await page.keyboard.press('Space')
    await page.getByText(/opgepakt: plaats 3 van 4/).waitFor()
    await page.keyboard.press('ArrowUp')
    await page.getByText(/: plaats 2 van 4/).waitFor()
    await page.keyboard.press('Space')
    await page.getByText(/neergezet op plaats 2 van 4/).waitFor()
    expect((await texts())[1]).toBe(before[2])

    const from = (await group.locator('.arrange-handle').nth(3).boundingBox())!
    const to = (await group.locator('.arrange-handle').first().boundingBox())!
    await page.mouse.move(from.x + 10, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(from.x + 10, from.y - 10, { steps: 4 })
    await page.mouse.move(to.x + 10, to.y + 4, { steps: 12 })
    await page.mouse.up()
    await expect.poll(async () => (await texts())[0]).toBe(before[3])
    await expectAccessible(page)
    const wanted = await texts()
    await page.getByLabel('Waarom', { exact: true }).fill(reason)
    await page.getByRole('button', { name: 'Volgorde opslaan' }).click()
    await page.getByText('De nieuwe volgorde is opgeslagen').waitFor()
    await page.goto(`${path}/order?chapter=identity-documents`)
    expect(await texts()).toEqual(wanted)
  })

  it('tells the second of two people who change one question what the first wrote, and keeps what they typed', async () => {
    const first = await openAs('policy')
    const path = await startDraft(first, 'twee mensen')
    const address = `${path}/questions/sgbv.forced-child-marriage`
    const second = await openAs('policy')
    await second.goto(address)
    await ready(second)
    await second.getByLabel('Vraag in het Nederlands').fill('De vraag zoals de tweede haar wilde?')
    await second.getByLabel('Waarom', { exact: true }).fill(reason)
    await first.goto(address)
    await ready(first)
    await first.getByLabel('Vraag in het Nederlands').fill('De vraag zoals de eerste haar schreef?')
    await first.getByLabel('Waarom', { exact: true }).fill(reason)
    await first.getByRole('button', { name: 'Opslaan' }).click()
    await first.getByText('De wijziging is opgeslagen').waitFor()

    foresee(second, /409/)
    await second.getByRole('button', { name: 'Opslaan' }).click()
    const alert = second.getByRole('alert')
    await alert.getByText('intussen gewijzigd').waitFor()
    await alert.locator('del', { hasText: 'eerste' }).waitFor()
    expect(await second.getByLabel('Vraag in het Nederlands').inputValue()).toBe('De vraag zoals de tweede haar wilde?')
    await expectAccessible(second)
    await second.getByRole('button', { name: 'Opslaan' }).click()
    await second.getByText('De wijziging is opgeslagen').waitFor()

    await first.goto(address)
    await ready(first)
    await first.getByLabel('Waarom', { exact: true }).fill(reason)
    await second.goto(`${address}/remove`)
    await second.getByLabel('Waarom', { exact: true }).fill(reason)
    await second.getByRole('button', { name: 'Weghalen' }).click()
    await second.getByText('De vraag is weggehaald').waitFor()
    foresee(first, /409/)
    await first.getByLabel('Vraag in het Nederlands').fill('Wat de eerste nog wilde vragen?')
    await first.getByRole('button', { name: 'Opslaan' }).click()
    await first.getByText('intussen weggehaald').waitFor()
    expect(await first.getByLabel('Vraag in het Nederlands').inputValue()).toBe('Wat de eerste nog wilde vragen?')
  })

  it('comes in from a file with every error and its line, and goes out as a file that comes in again', async () => {
    const page = await openAs('policy')
    await page.goto('/terms-of-reference/standards')
    await page.getByRole('link', { name: '1.0', exact: true }).click()
    await page.getByRole('link', { name: 'Exporteren als JSON' }).waitFor()
    const download = await page.request.get(`${new URL(page.url()).pathname}/download`)
    expect(download.headers()['content-disposition']).toContain('filename="standard-terms-general-1.0.json"')
    const file = await download.text()

    await page.goto('/terms-of-reference/standards/import')
    await ready(page)
    foresee(page, /422/)
    const wrong = file.replace('"version": "1.0"', '"version": "uit een bestand"').replace('"security"', '"weer"')
    await page.getByLabel('Bestand').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(wrong) })
    await page.getByLabel('Waarom', { exact: true }).fill(reason)
    await page.getByRole('button', { name: 'Importeren' }).click()
    await page.getByText('Niet overgenomen: 1 fout').waitFor()
    const line = wrong.slice(0, wrong.indexOf('"weer"')).split('\n').length
    await page
      .getByRole('row', { name: `${line}` })
      .getByText('Onbekend onderwerp: "weer"')
      .waitFor()
    await expectAccessible(page)
    await page.getByLabel('Of plak de inhoud').fill(file.replace('"version": "1.0"', '"version": "uit een bestand"'))
    await page.getByRole('button', { name: 'Importeren' }).click()
    await page.getByText('overgenomen als concept').waitFor()
  })

  it('moves sections, adds a chapter, and goes back from consulted to draft', async () => {
    const page = await openAs('policy')
    const path = await startDraft(page, 'opbouw')
    await page.goto(`${path}/structure`)
    await page.getByRole('link', { name: 'Hoofdstuk of onderdeel toevoegen' }).click()
    await page.getByLabel('In hoofdstuk').selectOption({ label: 'Geen: dit wordt een hoofdstuk' })
    await page.getByLabel('Titel in het Nederlands').fill('Digitale ruimte')
    await page.getByLabel('Titel in het Engels').fill('Digital space')
    await page.getByLabel('Sleutel').fill('digital')
    await page.getByLabel('Waarom').fill(reason)
    await page.getByRole('button', { name: 'Toevoegen' }).click()
    await page.getByRole('heading', { name: '6 Digitale ruimte' }).waitFor()
    await ready(page)
    await page.getByRole('button', { name: 'Omhoog: 6 Digitale ruimte' }).click()
    await page.getByLabel('Waarom').fill(reason)
    await page.getByRole('button', { name: 'Volgorde opslaan' }).click()
    await page.getByRole('heading', { name: '5 Digitale ruimte' }).waitFor()

    await page.goto(path)
    await page.getByRole('link', { name: 'Markeren als geconsulteerd' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page)
  })

  it('is accessible on every page, in both languages and on a phone, and read but not changed by others', async () => {
    const policy = await openAs('policy', { viewport: phone })
    const path = await startDraft(policy, 'toegankelijk')
    const author = await openAs('author', { language: 'en' })
    const shared = ['', '/history', '/questions/sgbv.forced-child-marriage'].map((rest) => path + rest)
    const own = [
      '/add?section=sgbv',
      '/order',
      '/structure',
      '/rename',
      '/withdraw',
      '/nodes/sgbv',
      '/nodes/new',
      '/questions/sgbv.forced-child-marriage/remove',
    ]
    const base = '/terms-of-reference/standards'
    const pages = [base, `${base}/compare`]
    for (const [page, addresses] of [
      [policy, [...pages, ...shared, ...own.map((rest) => path + rest), `${base}/new`, `${base}/import`]],
      [author, [...pages, ...shared]],
    ] as const)
      for (const address of addresses) {
        await page.goto(address)
        await expectAccessible(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0)
      }
    await author.goto(`${path}/questions/sgbv.forced-child-marriage`)
    expect(await author.getByRole('button', { name: 'Save' }).count()).toBe(0)
    await author.goto(`${path}/order`)
    await author.getByText('You have no access to this').waitFor()
  })
})
