import { Form } from '@remix-run/react'
import { formatMoment, formatNumber } from '#app/i18n/format.ts'
import { sentenceFor } from '#app/i18n/pick.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import { useLanguage, useText } from './use-text.ts'

type Copy = { id: string; fileName: string; size: number; sha256: string; archivedAt: string; archivedBy: string }

/** The copies kept of a publication, each with its checksum, and a form to keep another. */
export function SourceCopies(props: { itemId: string; copies: readonly Copy[]; mayAdd: boolean; problem: string | null }) {
  const { itemId, copies, mayAdd, problem } = props
  const all = useText(sourceTexts)
  const text = all.item
  const language = useLanguage()
  const size = (bytes: number) =>
    bytes < 1_000_000 ? `${formatNumber(bytes / 1000, language)} kB` : `${formatNumber(bytes / 1_000_000, language)} MB`
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">{text.copies}</h2>
      {copies.length === 0 && <p className="soft">{text.noCopies}</p>}
      <ul className="plain-list rows">
        {copies.map((copy) => (
          <li key={copy.id}>
            <a
              href={`/sources/items/${itemId}/copies/${copy.id}`}
              download={copy.fileName}
              aria-label={text.download(copy.fileName)}
            >
              {copy.fileName}
            </a>{' '}
            <span className="soft small">
              {size(copy.size)} · {text.archivedBy} {formatMoment(copy.archivedAt, language)}, {copy.archivedBy}
            </span>
            <div className="soft small source-hash">
              {text.hash}: <code>{copy.sha256}</code>
            </div>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <Form method="post" encType="multipart/form-data" className="source-upload" noValidate>
          <TextField
            type="file"
            label={text.upload}
            hint={text.uploadHint}
            name="file"
            errors={problem === null ? undefined : [sentenceFor(text.problem, problem) ?? all.problem.malformed]}
          />
          <Button>{text.uploadButton}</Button>
        </Form>
      )}
    </section>
  )
}
