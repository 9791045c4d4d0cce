import { createHash } from 'node:crypto'
import { renderDocx } from '#editor/render/docx.ts'
import { withTerms } from '#editor/render/glossary.ts'
import type { Printed } from '#editor/render/printed.ts'
import { renderReleaseHtml } from '#editor/render/release-html.ts'
import { termsAsPrinted } from '#editor/render/terms.ts'
import { renderTypst } from '#editor/render/typst.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { canonicalJson } from '#app/platform/canonical-json.server.ts'
import type { ReleaseContent } from '#schemas/release.ts'
import type { ExportFormat, ReleasePart } from '#schemas/vocabulary.ts'
import { compilePdf, type PdfPart } from './compile-pdf.server.ts'

export type ReleaseFile = { part: ReleasePart; format: ExportFormat; mediaType: string; content: Buffer; hash: string }

const mediaTypes: Record<ExportFormat, string> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
}

/**
 * The files readers download, each with its own SHA-256: of the report, whose JSON is the canonical JSON itself and has the release's hash, and of
 * its terms of reference. The others explain the glossary terms they use at the end, as the glossary says it now.
 * @throws {DomainError} `invalid-input` (`pdf-refused`) when a text cannot be set as an accessible PDF.
 */
export async function renderFiles(content: ReleaseContent, hash: string): Promise<ReleaseFile[]> {
  const report = await renderPart('report', withTerms(content), canonicalJson(content), hash)
  if (!content.terms) return report
  const { questionKind: kind, questionState: state, theme } = words[content.language]
  const printed = termsAsPrinted(content, content.terms, { kind, state, theme })
  const json = canonicalJson({
    format: 'herkomst-terms/1',
    release: content.number,
    hash,
    country: content.country,
    ...content.terms,
  })
  return [...report, ...(await renderPart('terms', printed, json, hash))]
}

async function renderPart(part: ReleasePart, printed: Printed, json: string, hash: string): Promise<ReleaseFile[]> {
  const made: Record<ExportFormat, Buffer> = {
    html: Buffer.from(renderReleaseHtml(printed, { hash })),
    pdf: await compilePdf(renderTypst(printed, { hash }), () => sectionsAlone(printed)),
    docx: await renderDocx(printed, { hash }),
    json: Buffer.from(json),
  }
  return (Object.keys(made) as ExportFormat[]).map((format) => ({
    part,
    format,
    mediaType: mediaTypes[format],
    content: made[format],
    hash: createHash('sha256').update(made[format]).digest('hex'),
  }))
}

/** Each section as a text of its own: set one by one to name the section that a PDF is refused for. */
function* sectionsAlone(printed: Printed): Generator<PdfPart> {
  for (const section of printed.sections) yield { name: section.number, typst: renderTypst({ ...printed, sections: [section] }) }
}
