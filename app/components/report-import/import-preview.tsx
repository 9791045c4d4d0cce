import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Empty, Notice } from '#app/components/page.tsx'
import { DocumentView } from '#app/components/section/document-view.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { reportImportTexts } from '#app/i18n/report-import.ts'
import { leftCounts, type LeftInFile } from '#app/services/imports/left-in-docx.ts'
import type { Preview } from '#app/services/imports/preview-import.server.ts'

const nothingKnown = { citation: () => undefined, incident: () => undefined }

/** What of a file comes where: to look at, put right and confirm. */
export function ImportPreview({ preview, reportId }: { preview: Preview; reportId: string }) {
  const text = useText(reportImportTexts)
  const { parts, sections, problems, left } = preview
  const again = <ButtonLink to={`/reports/${reportId}/import`}>{text.again}</ButtonLink>
  if (parts.length === 0 || sections.length === 0)
    return (
      <>
        <Empty>{parts.length === 0 ? text.noParts : text.noTargets}</Empty>
        {again}
      </>
    )
  return (
    <>
      {problems.length > 0 && <Problems preview={preview} />}
      {left && <Left left={left} />}
      <h2>{text.previewTitle}</h2>
      <p>
        {text.found(
          parts.length,
          parts.reduce((sum, part) => sum + part.notes, 0),
        )}
      </p>
      <Form method="post" encType="multipart/form-data" noValidate>
        <input type="hidden" name="intent" value="import" />
        <textarea name="html" hidden readOnly value={preview.html} />
        {sections.map(({ id, version }) => (
          <input key={id} type="hidden" name="version" value={`${id} ${version}`} />
        ))}
        <Parts preview={preview} />
        <p>
          <label>
            <input type="checkbox" name="append" value="yes" defaultChecked={preview.append} /> {text.append}
          </label>
        </p>
        <div className="page-actions">
          <Button look="primary">{text.submit}</Button>
          {again}
        </div>
      </Form>
    </>
  )
}

function Problems({ preview: { problems, sections } }: { preview: Preview }) {
  const text = useText(reportImportTexts)
  return (
    <Notice tone="error" title={text.summary}>
      <ul>
        {problems.map(({ kind, sectionId }, index) => {
          const section = sections.find(({ id }) => id === sectionId)
          return (
            <li key={index}>
              {section && (
                <strong>
                  {section.number} {section.title}:{' '}
                </strong>
              )}
              {text.refused[kind]}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

function Left({ left }: { left: LeftInFile }) {
  const text = useText(reportImportTexts)
  const told = leftCounts.filter((kind) => left[kind] > 0).map((kind) => text.left[kind](left[kind]))
  if (left.styles.length > 0) told.push(text.styles(left.styles.join(', ')))
  return (
    <Notice tone={told.length === 0 ? 'ok' : 'info'} title={text.leftTitle}>
      {told.length === 0 ? (
        <p>{text.leftNothing}</p>
      ) : (
        <ul>
          {told.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

function Parts({ preview: { parts, sections, language: textLanguage } }: { preview: Preview }) {
  const text = useText(reportImportTexts)
  const language = useLanguage()
  const foreign = textLanguage === language ? undefined : textLanguage
  return (
    <div className="table-scroll">
      <table className="import-parts">
        <caption className="hidden-visually">{text.previewTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{text.columns.part}</th>
            <th scope="col">{text.columns.size}</th>
            <th scope="col">{text.columns.place}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, index) => (
            <tr key={index} data-level={part.level}>
              <th scope="row">
                <span lang={part.title ? foreign : undefined}>{part.title || text.beginning}</span>
                {part.blocks.length > 0 && (
                  <details>
                    <summary>{text.show}</summary>
                    <div className="report-text text" lang={foreign}>
                      <DocumentView node={{ type: 'doc', content: part.blocks }} lookup={nothingKnown} language={language} />
                    </div>
                    {part.more > 0 && <p className="soft small">{text.more(part.more)}</p>}
                  </details>
                )}
              </th>
              <td className="soft small">{text.size(part.words, part.notes)}</td>
              <td>
                <select
                  name="place"
                  className="utrecht-select utrecht-select--html-select"
                  aria-label={text.placeOf(part.title || text.beginning)}
                  defaultValue={part.place}
                >
                  <option value="">{text.choose}</option>
                  {index > 0 && <option value="with">{text.with}</option>}
                  <option value="out">{text.out}</option>
                  {sections.map((section) => (
                    <option key={section.id} value={section.id} lang={foreign}>
                      {section.number} {section.title} {!section.empty && text.hasText}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
