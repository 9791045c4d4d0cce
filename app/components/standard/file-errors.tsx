import { standardTexts } from '#app/i18n/standard.ts'
import type { FileError } from '#app/services/standard-terms/check-standard-file.ts'
import { Notice } from '../page.tsx'
import { useText } from '../use-text.ts'

/** Everything that is wrong in a file, each with its line and its path, in the order of the file. */
export function FileErrors({ errors }: { errors: readonly FileError[] }) {
  const text = useText(standardTexts)
  const sentences: Record<FileError['code'], (found: string) => string> = text.fileErrors
  return (
    <>
      <Notice tone="error" title={text.import.refused(errors.length)}>
        <p>{text.import.mend}</p>
      </Notice>
      {/* A wide table scrolls by itself; the keyboard must reach it to do so. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={text.import.caption}>
        <table className="utrecht-table utrecht-table--html-table file-errors">
          <caption className="hidden-visually">{text.import.caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="number">
                {text.import.line}
              </th>
              <th scope="col">{text.import.what}</th>
              <th scope="col">{text.import.where}</th>
            </tr>
          </thead>
          <tbody>
            {errors.map(({ code, place, path, found, within }, index) => (
              <tr key={index}>
                <th scope="row" className="number">
                  {place.line}
                  <span className="hidden-visually">
                    , {text.import.column} {place.column}
                  </span>
                </th>
                <td>{sentences[code](found)}</td>
                <td>
                  <code>{path || '–'}</code>
                  {within && <span className="soft small"> {text.import.within(within)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
