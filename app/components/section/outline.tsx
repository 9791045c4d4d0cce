import { Link, NavLink } from '@remix-run/react'
import { memo } from 'react'
import { sectionTone } from '#app/components/tones.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { commentTexts } from '#app/i18n/comments.ts'
import { helpTexts } from '#app/i18n/help.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { SectionStatus } from '#schemas/vocabulary.ts'
import { PlaceButton } from './place-button.tsx'

type Line = {
  id: string
  number: string
  title: string
  status: SectionStatus
  hasText: boolean
  comments: number
  findings: number
}

type Props = {
  lines: readonly Line[]
  lang: string | undefined
  /** The section this page is about, the headings in its text as it stands, and how many places the checks find in it. */
  current: string
  headings: readonly { blockId: string; level: number; words: string }[]
  found: number
  onGo: (blockId: string) => void
}

/**
 * The report's sections with their states, to go from one to another, and the headings of the one that is open. A hundred links: drawn again only when
 * something in them changed.
 */
export const Outline = memo(function Outline({ lines, lang, current, headings, found, onGo }: Props) {
  const text = useText(sectionTexts)
  const comments = useText(commentTexts)
  const help = useText(helpTexts)
  const language = useLanguage()
  const findingsOf = (line: Line) => (line.id === current ? found : line.findings)
  const sum = (of: (line: Line) => number) => lines.reduce((all, line) => all + of(line), 0)
  const [allFindings, allComments] = [sum(findingsOf), sum((line) => line.comments)]
  return (
    <nav aria-label={text.outline} className="outline">
      {allFindings + allComments > 0 && (
        <p className="outline-sums soft">
          {allFindings > 0 && (
            <span>
              <span className="outline-findings">{allFindings}</span> {help.openPoints(allFindings)}
            </span>
          )}
          {allComments > 0 && (
            <span>
              <span className="outline-comments">{allComments}</span> {comments.openOnes(allComments)}
            </span>
          )}
        </p>
      )}
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line.id} data-depth={line.number.split('.').length}>
            {line.hasText ? (
              <div className="outline-line">
                <NavLink to={`/sections/${line.id}`} end>
                  <span className="status" data-tone={sectionTone[line.status]}>
                    <span className="hidden-visually">{words[language].sectionStatus[line.status]}: </span>
                  </span>
                  <span lang={lang}>
                    {line.number} {line.title}
                  </span>
                  {line.comments > 0 && (
                    <span className="outline-comments">
                      <span aria-hidden="true">{line.comments}</span>
                      <span className="hidden-visually">{comments.open(line.comments)}</span>
                    </span>
                  )}
                </NavLink>
                {findingsOf(line) > 0 && (
                  <Link to={`/sections/${line.id}#findings`} className="outline-findings">
                    <span aria-hidden="true">{findingsOf(line)}</span>
                    <span className="hidden-visually">{help.openIn(findingsOf(line), line.number)}</span>
                  </Link>
                )}
              </div>
            ) : (
              <span lang={lang}>
                {line.number} {line.title}
              </span>
            )}
            {line.id === current && headings.length > 0 && (
              <ul className="plain-list outline-headings" aria-label={help.headings}>
                {headings.map(({ blockId, level, words: heading }) => (
                  <li key={blockId} data-level={level}>
                    <PlaceButton blockId={blockId} onGo={onGo}>
                      <span lang={lang}>{heading}</span>
                    </PlaceButton>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
})
