import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'
import { freePort } from '../../support/processes.ts'
import type { SectionDocument } from '#schemas/document.ts'

const style = `
  body { margin: 2rem auto; max-width: 42rem; font: 16px/1.5 serif }
  .ProseMirror { position: relative; white-space: pre-wrap; white-space: break-spaces; overflow-wrap: break-word }`

/** Serves a page with nothing but bare ProseMirror and a text. @returns its address, and a way to stop. */
export async function serveBarePage(document: SectionDocument): Promise<{ address: string; close: () => void }> {
  const script = await bundle()
  const json = JSON.stringify(document).replaceAll('<', '\\u003c')
  const page = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Kaal</title><style>${style}</style>
<div id="editor"></div><script type="application/json" id="text">${json}</script><script type="module" src="/bare.js"></script>`
  const port = await freePort()
  const server = createServer((request, response) => {
    const [type, body] = request.url === '/bare.js' ? ['text/javascript', script] : ['text/html; charset=utf-8', page]
    response.writeHead(200, { 'Content-Type': type }).end(body)
  }).listen(port, '127.0.0.1')
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('bare-editor.ts', import.meta.url))
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'es2022', rollupOptions: { input: entry } },
  })) as Rollup.RollupOutput
  const chunk = built.output.find((part) => part.type === 'chunk')
  if (!chunk) throw new Error('the bare page has no script')
  return chunk.code
}
