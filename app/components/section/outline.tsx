import { NavLink } from '@remix-run/react'
import { sectionTone } from '#app/components/tones.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { commentTexts } from '#app/i18n/comments.ts'
import { helpTexts } from '#app/i18n/help.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { SectionStatus } from '#schemas/vocabulary.ts'
import { PlaceButton } from './place-button.tsx'

type Line = { id: string; number: string; title: string; status: SectionStatus; hasText: boolean; comments: number }

type Props = {
  lines: readonly Line[]
  lang: string | undefined
  /** The section this page is about, and the headings in its text as it stands. */
  current: string
  headings: readonly { blockId: string; level: number; words: string }[]
  onGo: (blockId: string) => void
}

/** The report's sections with their states, to go from one to another, and the headings of the one that is open. */
export function Outline({ lines, lang, current, headings, onGo }: Props) {
  const text = useText(sectionTexts)
  const comments = useText(commentTexts)
  const help = useText(helpTexts)
  const language = useLanguage()
  return (
    <nav aria-label={text.outline} className="outline">
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line.id} data-depth={line.number.split('.').length}>
            {line.hasText ? (
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
}
