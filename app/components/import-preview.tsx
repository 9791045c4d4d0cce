import { Form, Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { sourceImportTexts } from '#app/i18n/source-import.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { ImportLine, ImportPreview as Preview } from '#app/services/sources/preview-import.server.ts'
import { Button, ButtonLink } from './button.tsx'
import { Notice } from './page.tsx'
import { useLanguage, useText } from './use-text.ts'

type Props = {
  preview: Preview
  /** The file's text, sent along again so that what is taken over is what was looked at. */
  file: string
  problem: 'chooseOne' | 'more' | 'changed' | null
  /** What was chosen before; null at first sight. */
  taken: readonly number[] | null
}

/** What an import would do: everything wrong with its place, and each publication to choose, with what looks the same. */
export function ImportPreview({ preview, file, problem, taken }: Props) {
  const text = useText(sourceImportTexts)
  const { format, lines, problems, total } = preview
  return (
    <>
      {problem && <Notice tone="error">{text[problem]}</Notice>}
      <h2>{text.previewTitle}</h2>
      {format && <p>{text.previewLead(total, text.formats[format])}</p>}
      <Problems problems={problems} />
      {lines.length > 0 && (
        <Form method="post" noValidate>
          <input type="hidden" name="intent" value="import" />
          <textarea name="text" hidden readOnly value={file} />
          <Lines lines={lines} taken={taken} />
          <p className="soft small">{text.accessedToday}</p>
          <div className="page-actions">
            <Button look="primary">{text.submit}</Button>
            <ButtonLink to="/sources/import">{text.again}</ButtonLink>
          </div>
        </Form>
      )}
    </>
  )
}

function Problems({ problems }: Pick<Preview, 'problems'>) {
  const text = useText(sourceImportTexts)
  if (problems.length === 0) return null
  return (
    <Notice tone="warning" title={text.problems(problems.length)}>
      <p>{text.problemsLead}</p>
      <ul className="import-problems">
        {problems.map(({ line, entry, code, found }, index) => (
          <li key={index}>
            <strong>{text.where(line, entry)}:</strong> {text.problem[code]} {found && <code>{found}</code>}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Lines({ lines, taken }: { lines: readonly ImportLine[]; taken: Props['taken'] }) {
  const text = useText(sourceImportTexts)
  const register = useText(sourceTexts)
  return (
    // A wide table scrolls by itself, with the keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" role="region" aria-labelledby="import-caption" tabIndex={0}>
      <table className="utrecht-table">
        <caption id="import-caption">{text.caption}</caption>
        <thead className="utrecht-table__header">
          <tr>
            {[text.take, register.itemTitle, register.publisher, register.kind, register.published].map((name) => (
              <th key={name} scope="col" className="utrecht-table__header-cell">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.entry} line={line} taken={taken} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ line, taken }: { line: ImportLine; taken: Props['taken'] }) {
  const text = useText(sourceImportTexts)
  const register = useText(sourceTexts)
  const language = useLanguage()
  const { entry, title, duplicates, sameAs, source } = line
  const alone = duplicates.length === 0 && sameAs === null
  return (
    <tr className="utrecht-table__row">
      <td className="utrecht-table__cell">
        <input
          type="checkbox"
          className="import-choice"
          name="take"
          value={entry}
          aria-label={text.takeThis(title)}
          defaultChecked={taken ? taken.includes(entry) : alone}
        />
        <input type="hidden" name={`duplicates-${entry}`} value={duplicates.length} />
      </td>
      <th scope="row" className="utrecht-table__cell source-title">
        <span lang={line.language ?? undefined}>{title}</span>
        {line.url && <span className="soft small import-address">{line.url}</span>}
        {duplicates.length > 0 && (
          <span className="import-duplicates small">
            {text.duplicates}{' '}
            {duplicates.map((item, index) => (
              <span key={item.id}>
                {index > 0 && ', '}
                <Link to={`/sources/items/${item.id}`}>{item.title}</Link> ({item.publisher})
              </span>
            ))}
          </span>
        )}
        {sameAs !== null && <span className="import-duplicates small">{text.sameAs(sameAs)}</span>}
      </th>
      <td className="utrecht-table__cell">
        {source?.name ?? line.publisher}
        {!source && <span className="soft small"> ({text.newSource})</span>}
      </td>
      <td className="utrecht-table__cell">{words[language].sourceKind[line.kind]}</td>
      <td className="utrecht-table__cell">{line.published ? formatDay(line.published, language) : register.unknown}</td>
    </tr>
  )
}
