import { NavLink } from '@remix-run/react'
import { sectionTone } from '#app/components/tones.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { SectionStatus } from '#schemas/vocabulary.ts'

type Line = { id: string; number: string; title: string; status: SectionStatus; hasText: boolean }

/** The report's sections with their states, to go from one to another. */
export function Outline({ lines, lang }: { lines: readonly Line[]; lang: string | undefined }) {
  const text = useText(sectionTexts)
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
              </NavLink>
            ) : (
              <span lang={lang}>
                {line.number} {line.title}
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
