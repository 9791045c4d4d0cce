import { describe, expect, it } from 'vitest'
import { desktop, expectAccessible, openAs, openPage, phone } from './support/pages.ts'

describe('the account page', () => {
  it('shows who a person is here and where they are signed in, accessibly in both languages and on a phone', async () => {
    const page = await openAs('coordinator')
    await page.getByRole('link', { name: /Coördinator Demo/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Uw account' }).waitFor()
    expect(await page.title()).toBe('Uw account – Herkomst')
    expect(await page.locator('main').innerText()).toContain('coordinator@demo.example')
    await page.getByRole('row', { name: /Deze sessie/ }).waitFor()
    await expectAccessible(page)
    await page.setViewportSize(phone)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
    await page.setViewportSize(desktop)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor()
    await expectAccessible(page)
  })

  it('keeps the language with the account, so that another device speaks it too', async () => {
    const page = await openAs('external-expert')
    await page.goto('/account')
    await page.getByLabel('Taal van de schermen').selectOption('en')
    await page.getByRole('button', { name: 'Taal bewaren' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor()
    const elsewhere = await openAs('external-expert')
    expect(await elsewhere.locator('html').getAttribute('lang')).toBe('en')
    await page.getByLabel('Language of the screens').selectOption('nl')
    await page.getByRole('button', { name: 'Keep language' }).click()
    await page.getByRole('heading', { level: 1, name: 'Uw account' }).waitFor()
  })

  it('signs a person out on every device at once', async () => {
    const one = await openAs('contributor')
    const other = await openAs('contributor')
    await one.goto('/account')
    await one.getByRole('button', { name: 'Overal uitloggen' }).click()
    await one.waitForURL('**/sign-in')
    await other.goto('/account')
    expect(new URL(other.url()).pathname).toBe('/sign-in')
  })

  it('sends a stranger to sign in', async () => {
    const page = await openPage()
    await page.goto('/account')
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/sign-in?next=%2Faccount')
  })
})
