import chromium from '@sparticuz/chromium'
import { chromium as pw } from 'playwright-core'
const base = 'http://localhost:4103'
const browser = await pw.launch({ executablePath: await chromium.executablePath(), args: chromium.args.filter(a => a !== '--single-process'), headless: true })
const [role, ...paths] = process.argv.slice(2)
for (const [name, viewport] of [['d', { width: 1440, height: 900 }], ['p', { width: 390, height: 844 }]]) {
  const page = await (await browser.newContext({ viewport })).newPage()
  await page.goto(base + '/sign-in')
  await page.getByLabel(/E-mail/i).first().fill(role + '@demo.example')
  await page.getByLabel(/Wachtwoord/i).first().fill('herkomst-demo')
  await page.getByRole('button', { name: 'Inloggen', exact: true }).first().click()
  await page.waitForURL(base + '/')
  for (const p of paths) {
    let [label, path, click] = p.split('=>')
    if (path.startsWith('link:')) { const [, start, text] = path.split(':'); await page.goto(base + start); await page.getByRole('link', { name: text }).first().click(); await page.waitForLoadState('networkidle') }
    else await page.goto(base + path)
    if (click) { await page.getByText(click).first().click(); await page.waitForTimeout(300) }
    await page.screenshot({ path: `/tmp/hk-shots/${label}-${name}.png`, fullPage: !!process.env.FULL })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    console.log(label, name, page.url(), over > 0 ? 'OVERFLOW ' + over : '')
  }
}
await browser.close()
