import { tmpdir } from 'node:os'
import packaged from '@sparticuz/chromium'
import { chromium, type BrowserServer } from 'playwright-core'

/**
 * A headless Chromium that test files connect to: the one at CHROMIUM_PATH, or the one inside the development dependency.
 * @param folder where it unpacks itself and keeps its profile. @param more of its own switches.
 */
export async function launchChromium(folder: string, more: readonly string[] = []): Promise<BrowserServer> {
  const usual = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    if (tmpdir() !== folder) throw new Error(`temporary files do not go to ${folder}`)
    return await chromium.launchServer({
      executablePath: process.env.CHROMIUM_PATH || (await packaged.executablePath()),
      headless: true,
      // Without the sandbox, since root may not have one and the only pages opened are our own.
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none', ...more],
    })
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
  }
}
