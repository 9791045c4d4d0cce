import { describe, expect, it } from 'vitest'
import { expectAccessible, foresee, openAs, phone, ready } from './support/pages.ts'

let made = 0
const unique = (name: string) => `${name} ${++made} ${Date.now().toString(36)}`

const ris = (publisher: string) => `TY  - RPRT
TI  - Eerste uit het bestand
PB  - ${publisher}
DA  - 2025/07/03
UR  - https://example.org/${encodeURIComponent(publisher)}
ER  - 
TY  - RPRT
TI  - Zonder uitgever
DA  - 2025/13/01
ER  - 
`

describe('the register of sources', () => {
  it('is kept without script: add, describe, keep a copy, see it all again', async () => {
    const page = await openAs('author', { script: false, viewport: phone })
    const publisher = unique('Waarnemersraad')
    await page.goto('/sources/new')
    await page.getByLabel('Titel').fill('Jaarverslag')
    await page.getByLabel('Uitgever').fill(publisher)
    await page.getByLabel('Webadres').fill('geen adres')
    await page.getByRole('button', { name: 'Toevoegen' }).click()
    expect(await page.getByLabel('Titel').inputValue(), 'nothing typed is lost').toBe('Jaarverslag')
    await page.getByLabel('Webadres').fill(`https://example.org/${Date.now()}`)
    await page.getByRole('button', { name: 'Toevoegen' }).click()
    // The same title may be there from elsewhere: then the form asks, and that is what is answered.
    const sure = page.getByRole('button', { name: 'Toch toevoegen' })
    const there = page.getByRole('heading', { level: 1, name: 'Jaarverslag' })
    await sure.or(there).waitFor()
    if ((await sure.count()) > 0) await sure.click()
    await there.waitFor()

    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await page.getByText('Kies eerst een bestand.').waitFor()
    await page
      .getByLabel('Kopie bewaren')
      .setInputFiles({ name: 'pagina.html', mimeType: 'text/html', buffer: Buffer.from('<p>zo was het</p>') })
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await page.getByText('De kopie is bewaard.').waitFor()
    await page.getByText(/^Controlegetal/).waitFor()
    await page.getByRole('button', { name: 'Vandaag gecontroleerd' }).click()
    await page.getByText('Vastgelegd dat deze publicatie vandaag is gecontroleerd.').waitFor()

    await page.getByRole('link', { name: publisher }).first().click()
    await page.getByRole('link', { name: 'Wijzigen' }).click()
    await page.getByLabel('Hoe komt de informatie tot stand?').fill('Waarnemers in alle provincies.')
    await page.getByLabel('Talen').fill('nl, ar')
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Waarnemers in alle provincies.').first().waitFor()
    await page.getByRole('heading', { name: 'Geschiedenis' }).waitFor()
  })

  it('passes on a desktop and a phone, in both languages', async () => {
    for (const options of [{}, { viewport: phone, language: 'en' as const }]) {
      const page = await openAs('author', options)
      for (const path of ['/sources', '/sources/new', '/sources/import']) {
        await page.goto(path)
        await expectAccessible(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), path).toBe(true)
      }
    }
  })

  it('shows the second of two people what the first wrote, and loses nothing typed', async () => {
    const one = await openAs('author')
    const publisher = unique('Persbureau')
    await one.goto('/sources/new')
    await one.getByLabel('Titel').fill(unique('Bericht'))
    await one.getByLabel('Uitgever').fill(publisher)
    await one.getByRole('button', { name: 'Toevoegen' }).click()
    await one.getByRole('link', { name: publisher }).first().click()
    await one.getByRole('heading', { level: 1, name: publisher }).waitFor()
    const path = `${new URL(one.url()).pathname}/change`
    const other = await openAs('researcher')
    foresee(other, /409/)
    for (const page of [one, other]) {
      await page.goto(path)
      await ready(page)
    }
    await one.getByLabel('Wie is de bron?').fill('Een staatspersbureau.')
    await one.getByRole('button', { name: 'Opslaan' }).click()
    await one.getByRole('heading', { level: 1, name: publisher }).waitFor()
    await other.getByLabel('Wie is de bron?').fill('Een onafhankelijk persbureau.')
    await other.getByRole('button', { name: 'Opslaan' }).click()
    const notice = other.getByRole('alert').filter({ hasText: 'Iemand anders was u voor' })
    await notice.getByText('Een staatspersbureau.').waitFor()
    expect(await other.getByLabel('Wie is de bron?').inputValue()).toBe('Een onafhankelijk persbureau.')
    await expectAccessible(other)
    await other.getByRole('button', { name: 'Opslaan' }).click()
    await other.getByText('Een onafhankelijk persbureau.').first().waitFor()
    await expectAccessible(other)
  })

  it('takes publications over from a file after a look, without script, and says where it is wrong', async () => {
    const page = await openAs('researcher', { script: false, viewport: phone })
    const publisher = unique('Bureau')
    await page.goto('/sources/import')
    await page.getByRole('button', { name: 'Bekijken' }).click()
    await page.getByText('Kies een bestand of plak de gegevens.').waitFor()
    await page.getByLabel('Of plak de gegevens hier').fill(ris(publisher))
    await page.getByRole('button', { name: 'Bekijken' }).click()
    await page.getByText('Regel 7, publicatie 2:').waitFor()
    await page.getByText('Regel 9, publicatie 2:').waitFor()
    expect(await page.getByRole('checkbox').count()).toBe(1)
    await page.getByRole('checkbox').setChecked(true)
    await page.getByRole('button', { name: 'Overnemen' }).click()
    await page.getByText('1 publicatie overgenomen.').waitFor()

    const again = await openAs('researcher', { viewport: phone })
    foresee(again, /422/)
    await again.goto('/sources/import')
    await ready(again)
    await again.getByLabel('Of plak de gegevens hier').fill(ris(publisher))
    await again.getByRole('button', { name: 'Bekijken' }).click()
    await again.getByText('Lijkt op wat er al staat:').waitFor()
    expect(await again.getByRole('checkbox').isChecked()).toBe(false)
    await expectAccessible(again)
    await again.getByRole('button', { name: 'Overnemen' }).click()
    await again.getByText('Kies ten minste één publicatie om over te nemen.').waitFor()
  })
})

describe('the source vault', () => {
  it('is filled by who spoke with the source and read by a named person, with a reason, by keyboard', async () => {
    const secret = unique('Geheimnaam')
    const administrator = await openAs('administrator')
    await administrator.goto('/vault')
    await ready(administrator)
    const choice = administrator.getByLabel('Recht om in te zien geven aan')
    const name = (await choice.locator('option').allTextContents()).find((option) => option.startsWith('Beoordelaar'))
    if (name) {
      await choice.selectOption({ label: name })
      await administrator.getByRole('button', { name: 'Recht geven' }).click()
      await administrator.getByRole('button', { name: /Intrekken\s*: recht van Beoordelaar/ }).waitFor()
    }
    await expectAccessible(administrator)

    const author = await openAs('author', { script: false, viewport: phone })
    await author.goto('/sources/new')
    await author.getByLabel('Uitgever').fill(secret)
    await author.getByLabel('Vertrouwelijkheid').selectOption('confidential')
    await author.getByLabel('Gepubliceerd').fill('2026-05')
    await author.getByRole('button', { name: 'Toevoegen' }).click()
    await author.getByRole('heading', { level: 1, name: 'Vertrouwelijke bron' }).waitFor()
    const itemPath = new URL(author.url()).pathname
    await author.getByRole('link', { name: 'In de bronkluis vastleggen wie dit is' }).click()
    await author.getByRole('button', { name: 'In de kluis leggen' }).click()
    await author.getByText('Vul in wie de bron is.').waitFor()
    await author.getByLabel('Naam').fill(secret)
    await author.getByLabel('Hoe te bereiken').fill('via de ambassade')
    await author.getByRole('button', { name: 'In de kluis leggen' }).click()
    await author.getByText('Opgeslagen.').waitFor()
    for (const path of ['/sources', itemPath, `/sources?text=${encodeURIComponent(secret)}`]) {
      await author.goto(path)
      expect((await author.content()).split('value="')[0], path).not.toContain(secret)
      expect(await author.getByText(secret, { exact: true }).count(), path).toBe(0)
    }
    const refused = await author.goto(`/vault/${itemPath.split('/').pop()}/read`)
    expect(refused?.status()).toBe(403)

    const reviewer = await openAs('reviewer')
    foresee(reviewer, /422/)
    await reviewer.goto(itemPath)
    await ready(reviewer)
    await reviewer.getByRole('link', { name: 'Inzien in de bronkluis' }).focus()
    await reviewer.keyboard.press('Enter')
    await reviewer.getByRole('heading', { level: 1, name: 'Inzien wie deze bron is' }).waitFor()
    await expectAccessible(reviewer)
    await reviewer.getByRole('button', { name: 'Inzien' }).focus()
    await reviewer.keyboard.press('Enter')
    await reviewer.getByText('Kies waarom u dit wilt weten.').waitFor()
    await reviewer.getByLabel('Reden').focus()
    await reviewer.keyboard.type('een bew')
    await reviewer.keyboard.press('Tab')
    await reviewer.keyboard.type('Paragraaf 3.2 nagaan voor vaststelling.')
    await reviewer.keyboard.press('Tab')
    await reviewer.keyboard.press('Enter')
    await reviewer.getByText(secret).first().waitFor()
    await expectAccessible(reviewer)
    await reviewer.reload()
    await reviewer.getByRole('heading', { level: 1, name: 'Inzien wie deze bron is' }).waitFor()
    expect(await reviewer.content()).not.toContain(secret)

    await administrator.goto('/vault')
    await administrator.getByText('een bewering nagaan').first().waitFor()
    const seen = await administrator.content()
    expect(seen).not.toContain(secret)
    expect(seen, 'the explanation may tell: not for who may not read').not.toContain('Paragraaf 3.2 nagaan')
    expect((await administrator.goto(`/vault/${itemPath.split('/').pop()}/read`))?.status()).toBe(403)
  })
})
