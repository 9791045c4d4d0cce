import { Link } from '@remix-run/react'
import { formatDay, formatMoment, formatNumber } from '#app/i18n/format.ts'
import { handOverTexts } from '#app/i18n/hand-over.ts'
import { reportTexts } from '#app/i18n/reports.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { SectionLine } from '#app/services/reports/read-report.server.ts'
import { Status } from './page.tsx'
import { sectionFormId } from './section-form.tsx'
import { ArrangeLinks } from './section/arrange-links.tsx'
import { sectionTone } from './tones.ts'
import { useLanguage, useText } from './use-text.ts'

type Line = Omit<SectionLine, 'changedAt' | 'contributorIds'> & { changedAt: Date | string | null }

/** A report's tree of sections in reading order; those that can still be assigned or dated have a box of SectionForm. */
export function SectionTable({
  sections,
  openNow,
  choosable,
  chosen,
  mayArrange,
}: {
  sections: readonly Line[]
  /** Who has which section open to write in. */
  openNow: readonly { sectionId: string; name: string }[]
  choosable: readonly string[]
  chosen: readonly string[]
  /** Whoever may name and split sections finds the ways to it here for headings, which have no page of their own. */
  mayArrange: boolean
}) {
  const text = useText(reportTexts)
  const language = useLanguage()
  const handOver = useText(handOverTexts)
  const names = (id: string) => [...new Set(openNow.flatMap((it) => (it.sectionId === id ? [it.name] : [])))].join(', ')
  const boxes = choosable.length > 0
  return (
    // A wide table scrolls by itself; the keyboard must reach it to do so.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="region" aria-label={text.sectionsCaption}>
      <table className="utrecht-table utrecht-table--html-table section-table">
        <caption className="hidden-visually">{text.sectionsCaption}</caption>
        <thead>
          <tr>
            {boxes && (
              <td>
                <span className="hidden-visually">{text.chosen}</span>
              </td>
            )}
            <th scope="col">{text.number}</th>
            <th scope="col">{text.sectionTitle}</th>
            <th scope="col">{text.author}</th>
            <th scope="col">{text.status}</th>
            <th scope="col">{text.asOf}</th>
            <th scope="col" className="number">
              {text.words}
            </th>
            <th scope="col" className="number">
              {text.sources}
            </th>
            <th scope="col" className="number">
              {text.findings}
            </th>
            <th scope="col" className="number">
              {text.comments}
            </th>
            <th scope="col">{text.changed}</th>
          </tr>
        </thead>
        <tbody>
          {sections.map((section) =>
            section.hasText ? (
              <tr key={section.id} id={`section-${section.number}`}>
                {boxes && (
                  <td>
                    {choosable.includes(section.id) && (
                      <input
                        type="checkbox"
                        name="sectionId"
                        value={section.id}
                        form={sectionFormId}
                        defaultChecked={chosen.includes(section.id)}
                        aria-label={text.choose(section.number)}
                      />
                    )}
                  </td>
                )}
                <td>{section.number}</td>
                <th scope="row" data-depth={section.depth}>
                  <Link to={`/sections/${section.id}`} lang={language === 'nl' ? undefined : 'nl'}>
                    {section.title}
                  </Link>
                </th>
                <td>
                  {section.author ?? <span className="soft">{text.nobody}</span>}
                  {names(section.id) && (
                    <span className="section-open soft small">{handOver.table.openNow(names(section.id))}</span>
                  )}
                </td>
                <td>
                  <Status tone={sectionTone[section.status]}>{words[language].sectionStatus[section.status]}</Status>
                </td>
                <td>{section.asOfDate ? formatDay(section.asOfDate, language) : <span className="soft">{text.notYet}</span>}</td>
                <td className="number">{formatNumber(section.words, language)}</td>
                <td className="number">{formatNumber(section.sources, language)}</td>
                <td className="number">
                  {section.findings > 0 ? (
                    <Link to={`/sections/${section.id}#findings`}>
                      {formatNumber(section.findings, language)}
                      <span className="hidden-visually"> {text.findingsIn(section.findings, section.number)}</span>
                    </Link>
                  ) : (
                    0
                  )}
                </td>
                <td className="number">{formatNumber(section.comments, language)}</td>
                <td>
                  {section.changedAt ? formatMoment(section.changedAt, language) : <span className="soft">{text.notYet}</span>}
                </td>
              </tr>
            ) : (
              <tr
                key={section.id}
                id={`section-${section.number}`}
                className={section.depth === 1 ? 'chapter-row' : 'heading-row'}
              >
                {boxes && <td />}
                <td>{section.number}</td>
                <th scope="rowgroup" colSpan={9} data-depth={section.depth}>
                  <span className="heading-cell">
                    <span lang={language === 'nl' ? undefined : 'nl'}>{section.title}</span>
                    {mayArrange && <ArrangeLinks section={{ ...section, named: true, splittable: section.depth === 2 }} />}
                  </span>
                </th>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}
