import { pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { SubjectChapter } from '#app/services/rounds/subject-tree.ts'
import { themes } from '#schemas/vocabulary.ts'
import { useLanguage } from '../use-text.ts'

const longestOption = 110
const short = (text: string) => (text.length > longestOption ? `${text.slice(0, longestOption).trimEnd()}…` : text)

/** Sections to choose from, under their chapters. */
export function SectionOptions({ chapters }: { chapters: readonly SubjectChapter[] }) {
  const language = useLanguage()
  return chapters.map((chapter) => (
    <optgroup key={chapter.key} label={`${chapter.number} ${pick(chapter.titleNl, chapter.titleEn, language).text}`}>
      {chapter.sections.map((section) => (
        <option key={section.key} value={section.key}>
          {section.number} {pick(section.titleNl, section.titleEn, language).text}
        </option>
      ))}
    </optgroup>
  ))
}

/** Questions to choose from, under their sections; those that were dropped are not there. The value holds the revision that was seen. */
export function QuestionOptions({ chapters }: { chapters: readonly SubjectChapter[] }) {
  const language = useLanguage()
  return chapters.flatMap((chapter) =>
    chapter.sections.map((section) => {
      const asked = section.questions.filter((question) => !question.dropped)
      if (asked.length === 0) return null
      return (
        <optgroup key={section.key} label={`${section.number} ${pick(section.titleNl, section.titleEn, language).text}`}>
          {asked.map((question) => (
            <option key={question.key} value={`${question.revision}:${question.key}`}>
              {question.number} {short(pick(question.wordingNl, question.wordingEn, language).text)}
            </option>
          ))}
        </optgroup>
      )
    }),
  )
}

/** Themes to tick. */
export function ThemeBoxes({
  legend,
  name,
  chosen,
  error,
}: {
  legend: string
  name: string
  chosen: readonly string[]
  error?: readonly string[] | undefined
}) {
  const word = words[useLanguage()].theme
  return (
    <fieldset>
      <legend className="utrecht-form-label">{legend}</legend>
      {error && <p className="field-error">{error.join(' ')}</p>}
      <div className="checkboxes">
        {themes.map((theme) => (
          <label key={theme}>
            <input type="checkbox" name={name} value={theme} defaultChecked={chosen.includes(theme)} />
            {word[theme]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
