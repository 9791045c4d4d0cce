import { describe, expect, it } from 'vitest'
import { languages, roles } from '#schemas/vocabulary.ts'
import { demoAccounts, demoPassword } from '#app/services/accounts/demo-accounts.server.ts'
import { desktop, expectAccessible, openAs, openPage, phone, ready } from './support/pages.ts'

const author = 'auteur@demo.example'
const titles = { nl: { home: 'Mijn werk', signIn: 'Inloggen' }, en: { home: 'My work', signIn: 'Sign in' } } as const

describe('signing in', () => {
  it.each(languages)('shows an accessible sign-in page with one demo account per role (%s)', async (language) => {
    const page = await openPage({ language })
    await page.goto('/sign-in')
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('h1').innerText()).toBe(titles[language].signIn)
    expect(await page.title()).toContain(titles[language].signIn)
    for (const { email } of demoAccounts) expect(await page.locator(`input[value="${email}"]`).count()).toBe(1)
    await expectAccessible(page)
    await page.setViewportSize(phone)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  })

  for (const role of roles) {
    it(`lets the ${role} in and shows an accessible home page, in both languages and on a phone`, async () => {
      const page = await openAs(role)
      for (const language of languages) {
        await page.context().addCookies([{ name: 'language', value: language, url: page.url() }])
        for (const viewport of [desktop, phone]) {
          await page.setViewportSize(viewport)
          await page.goto('/')
          await ready(page)
          expect(await page.locator('html').getAttribute('lang')).toBe(language)
          expect(await page.locator('h1').allInnerTexts()).toEqual([titles[language].home])
          await expectAccessible(page)
        }
      }
    })
  }

  it('keeps the address filled after a wrong password, says what is wrong, and lets the right one in', async () => {
    const page = await openPage()
    await page.goto('/sign-in')
    await page.getByLabel('E-mailadres').fill(author)
    await page.getByLabel('Wachtwoord').fill('not the password')
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
    await page.getByRole('alert').getByText('horen niet bij elkaar').waitFor()
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe(author)
    expect(await page.getByLabel('Wachtwoord').inputValue()).toBe('')
    await expectAccessible(page)
    await page.getByLabel('Wachtwoord').fill(demoPassword)
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor()
  })

  it('says beside the field what is missing', async () => {
    const page = await openPage()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
    await page.getByText('Vul uw e-mailadres in.').waitFor()
    const field = page.getByLabel('E-mailadres')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const described = await field.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${described}"]`).innerText()).toBe('Vul uw e-mailadres in.')
    await expectAccessible(page)
  })

  it('works without script, and brings a person to the page they asked for', async () => {
    const page = await openPage({ script: false })
    await page.goto('/account?from=letter')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await page.getByLabel('E-mailadres').fill(author)
    await page.getByLabel('Wachtwoord').fill(demoPassword)
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
    await page.waitForURL((url) => url.pathname + url.search === '/account?from=letter')
  })

  it('lets nobody see a page after signing out', async () => {
    const page = await openAs('author')
    await page.getByRole('button', { name: 'Uitloggen', exact: true }).click()
    await page.waitForURL('**/sign-in')
    await page.goto('/')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  })
})

describe('pages that are not there or not for you', () => {
  it('says so in Dutch, and in English when that was chosen', async () => {
    for (const [language, title] of [
      [undefined, 'Deze pagina is er niet'],
      ['en', 'This page does not exist'],
    ] as const) {
      const page = await openPage({ language })
      const answer = await page.goto('/no/such/page')
      expect(answer?.status()).toBe(404)
      expect(await page.locator('h1').innerText()).toBe(title)
      expect(await page.locator('html').getAttribute('lang')).toBe(language ?? 'nl')
      await expectAccessible(page)
    }
  })

  it('tells a refused person who can help', async () => {
    const page = await openAs('decision-officer')
    const answer = await page.goto('/reports')
    expect(answer?.status()).toBe(403)
    expect(await page.locator('h1').innerText()).toBe('Hier hebt u geen toegang toe')
    expect(await page.locator('main').innerText()).toMatch(/Wie wel kan helpen: auteur, beoordelaar, uitgever/)
    await expectAccessible(page)
  })
})

describe('the frame of every page', () => {
  it('keeps the page when the language is switched', async () => {
    const page = await openAs('author')
    await page.goto('/account?from=letter')
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('html[lang=en]').waitFor()
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/account?from=letter')
    await page.getByRole('button', { name: 'Nederlands' }).click()
    await page.locator('html[lang=nl]').waitFor()
  })

  it('offers a skip link as the first stop of the Tab key', async () => {
    const page = await openAs('author')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Naar de inhoud')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  })

  it('lists its keys on ?, closes the list on Escape, and is silent while someone types', async () => {
    const page = await openAs('author')
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Toetsen' })
    await list.waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })
    await page.goto('/account')
    await ready(page)
    await page.getByRole('combobox').focus()
    await page.keyboard.press('?')
    expect(await list.isVisible()).toBe(false)
  })

  it('goes to search on /', async () => {
    const page = await openAs('decision-officer')
    await page.keyboard.press('/')
    await page.waitForFunction(
      () => location.pathname === '/search' || (document.activeElement as HTMLInputElement | null)?.type === 'search',
    )
  })

  it('goes to a page on g and its letter', async () => {
    const page = await openAs('author')
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await page.waitForURL('**/reports')
  })
})
