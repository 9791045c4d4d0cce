// Sets one Typst text as PDF, in a worker thread: it takes seconds of pure computing, in which a web server must keep answering.
// Plain JavaScript, so that it runs the same beside the sources, in tests and below the built server.
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const { resolve } = createRequire(import.meta.url)
const fontPaths = ['source-serif-4', 'source-sans-3', 'noto-naskh-arabic'].map((name) =>
  dirname(resolve(`@expo-google-fonts/${name}/package.json`)),
)

/** What Typst holds against it, each once. Its errors arrive as text of a debugging kind. */
const reasonsOf = (error) => {
  const words = typeof error?.code === 'string' ? error.code : String(error?.message ?? error)
  const found = [...words.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) => {
    const once = match[1].replace(/\\(["\\])/g, '$1')
    return once.replace(/\\(["\\])/g, '$1')
  })
  return [...new Set(found.length > 0 ? found : [words])]
}

try {
  // A folder that is not there: no text can bring in a file.
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths }], workspace: workerData.workspace })
  const compiled = compiler.compile({ mainFileContent: workerData.typst })
  if (compiled.hasError()) {
    const diagnostics = compiler.fetchDiagnostics(compiled.takeDiagnostics())
    parentPort.postMessage({ reasons: [...new Set(diagnostics.map((it) => it.message))] })
  } else {
    parentPort.postMessage({ pdf: new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })) })
  }
} catch (error) {
  parentPort.postMessage({ reasons: reasonsOf(error) })
}
