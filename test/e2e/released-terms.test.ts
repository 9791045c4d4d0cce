import { describe, expect, it } from 'vitest'
import { desktop, expectAccessible, openAs, phone } from './support/pages.ts'

describe('the terms of reference of a release', () => {
  it('are a link away from the report, say what differs and why, and lead to the answers, also without script', async () => {
    const page = await openAs('decision-officer', { script: false })
    await page.goto('/releases/SYR-2026-1')
    await page.getByRole('link', { name: 'Terms of reference bij deze uitgave' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Terms of reference' }).waitFor()
    const reworded = page.locator('[id="politics.developments"]')
    expect(await reworded.innerText()).toMatch(/geherformuleerd/i)
    expect(await reworded.innerText()).toContain('In de verslagperiode oefenden meerdere partijen gezag uit')
    expect(await reworded.locator('ins').first().innerText()).toContain('buiten de greep van de regering')
    const dropped = page.locator('[id="groups.country-specific"]')
    expect(await dropped.locator('del').first().innerText()).toContain('Welke andere groepen')
    expect(await dropped.innerText()).toContain('Reden:')
    expect(await page.locator('main').innerText()).toContain('Gevraagd door Ministerie van Asiel en Migratie')
    await reworded.getByRole('link').first().click()
    await page.waitForURL(/\/releases\/SYR-2026-1#par-/)
  })

  it.each([
    ['on a desk', desktop],
    ['on a phone', phone],
  ])('are accessible %s', async (_where, viewport) => {
    const page = await openAs('decision-officer', { viewport })
    await page.goto('/releases/SYR-2026-1/terms-of-reference')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
  })

  it('can be downloaded in four forms', async () => {
    const page = await openAs('decision-officer')
    await page.goto('/releases/SYR-2026-1/terms-of-reference')
    for (const [format, type] of [
      ['pdf', 'application/pdf'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['html', 'text/html; charset=utf-8'],
      ['json', 'application/json; charset=utf-8'],
    ] as const) {
      const answer = await page.request.get(`/releases/SYR-2026-1/terms-of-reference/${format}`)
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, type])
      expect(answer.headers()['content-disposition']).toContain(`SYR-2026-1-terms-of-reference.${format}`)
    }
    const none = await page.request.get('/releases/SYR-2026-1/terms-of-reference/exe')
    expect(none.status()).toBe(404)
  })
})
