import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { DomainError } from '#app/platform/errors.ts'

const Answer = z.union([z.object({ pdf: z.instanceof(Uint8Array) }), z.object({ reasons: z.array(z.string()).min(1) })])
type Answer = z.infer<typeof Answer>

/** A part of a text that can be set on its own, to find out which one is refused. */
export type PdfPart = { name: string; typst: string }

/** A report of 400 pages takes about four seconds; whatever takes this long does not end. */
const patience = 120_000

/**
 * A Typst text as an accessible PDF (PDF/UA-1), set in a thread of its own.
 * @param parts asked for when the whole is refused: each is set alone, so that the error can name the ones that are refused. Typst itself tells
 * no place: its PDF errors carry none that can be read.
 * @throws {DomainError} `invalid-input` (`pdf-refused`) with `sections`, the names of the refused parts, and `reasons` in Typst's own words:
 * a character that no font of ours has, a heading without words, a skipped heading level.
 */
export async function compilePdf(typst: string, parts: () => Iterable<PdfPart> = () => []): Promise<Buffer> {
  const answer = await setInThread(typst)
  if ('pdf' in answer) return Buffer.from(answer.pdf)
  const sections: string[] = []
  for (const part of parts()) if ('reasons' in (await setInThread(part.typst))) sections.push(part.name)
  throw new DomainError('invalid-input', 'pdf-refused', { sections, reasons: answer.reasons })
}

function setInThread(typst: string): Promise<Answer> {
  // Found by the project's own name for it: that holds beside the sources and in the built server alike.
  const path = createRequire(import.meta.url).resolve('#app/services/releases/typst-worker.mjs')
  return new Promise<Answer>((done, fail) => {
    const workspace = join(tmpdir(), `no-files-${randomUUID()}`)
    const worker = new Worker(path, { workerData: { typst, workspace }, execArgv: [] })
    const impatient = setTimeout(() => settle(() => fail(new Error('setting a PDF took too long'))), patience)
    const settle = (how: () => void) => {
      clearTimeout(impatient)
      void worker.terminate()
      how()
    }
    worker.once('message', (message) => settle(() => done(Answer.parse(message))))
    worker.once('error', (error) => settle(() => fail(error)))
    worker.once('exit', (code) => settle(() => fail(new Error(`setting a PDF ended early (${code})`))))
  })
}
