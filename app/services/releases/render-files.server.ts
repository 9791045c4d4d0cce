import { createHash } from 'node:crypto'
import { renderDocx } from '#editor/render/docx.ts'
import { renderReleaseHtml } from '#editor/render/release-html.ts'
import { renderTypst } from '#editor/render/typst.ts'
import { canonicalJson } from '#app/platform/canonical-json.server.ts'
import type { ReleaseContent } from '#schemas/release.ts'
import type { ExportFormat } from '#schemas/vocabulary.ts'
import { compilePdf, type PdfPart } from './compile-pdf.server.ts'

export type ReleaseFile = { format: ExportFormat; mediaType: string; content: Buffer; hash: string }

const mediaTypes: Record<ExportFormat, string> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
}

/**
 * The files readers download, each with its own SHA-256. The JSON file is the canonical JSON itself: its hash is the release's.
 * @throws {DomainError} `invalid-input` (`pdf-refused`) when the text cannot be set as an accessible PDF.
 */
export async function renderFiles(content: ReleaseContent, hash: string): Promise<ReleaseFile[]> {
  const made: Record<ExportFormat, Buffer> = {
    html: Buffer.from(renderReleaseHtml(content, { hash })),
    pdf: await compilePdf(renderTypst(content, { hash }), () => sectionsAlone(content)),
    docx: await renderDocx(content, { hash }),
    json: Buffer.from(canonicalJson(content)),
  }
  return (Object.keys(made) as ExportFormat[]).map((format) => ({
    format,
    mediaType: mediaTypes[format],
    content: made[format],
    hash: createHash('sha256').update(made[format]).digest('hex'),
  }))
}

/** Each section as a release of its own: set one by one to name the section that a PDF is refused for. */
function* sectionsAlone(content: ReleaseContent): Generator<PdfPart> {
  for (const section of content.sections) yield { name: section.number, typst: renderTypst({ ...content, sections: [section] }) }
}
