import { Form, Link, useLocation } from '@remix-run/react'
import { wordingFindings } from '#editor/checks/question-wording/find.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { wordingTexts } from '#app/i18n/wording.ts'
import type { JudgedWordings } from '#app/services/wording/judge-wordings.server.ts'
import { languages, wordingKinds } from '#schemas/vocabulary.ts'
import { Button } from './button.tsx'
import { SelectField } from './field.tsx'
import { Empty } from './page.tsx'
import { useLanguage, useText } from './use-text.ts'
import { JudgedWording } from './wording-forms.tsx'

type Props = {
  judged: JudgedWordings
  may: boolean
  /** The page with the questions themselves; `?question=key#key` is added. */
  to: string
}

/** The questions of a set in whose wording something stands out, with what can be done about each. */
export function WordingList({ judged, may, to }: Props) {
  const texts = useText(wordingTexts)
  const text = texts.list
  const word = words[useLanguage()].wordingKind
  const { pathname, search } = useLocation()
  const back = pathname + search.replace(/([?&])done=[^&]*&?/, '$1').replace(/[?&]$/, '')
  const { language, kind, shown } = judged
  const page = (number: number) => `${pathname}?${new URLSearchParams({ in: language, kind: kind ?? '', page: String(number) })}`
  return (
    <>
      <p>{text.counts(judged.questions, judged.judged, judged.left)}</p>
      <Form method="get" className="wording-filter">
        <SelectField label={text.language} name="in" defaultValue={language} key={language}>
          {languages.map((code) => (
            <option key={code} value={code}>
              {texts.page.languages[code]}
            </option>
          ))}
        </SelectField>
        <SelectField label={text.filter} name="kind" defaultValue={kind ?? ''}>
          <option value="">{text.all}</option>
          {wordingKinds.map((code) => (
            <option key={code} value={code}>
              {word[code]}
            </option>
          ))}
        </SelectField>
        <Button>{text.show}</Button>
      </Form>
      {shown.length === 0 && (
        <Empty>
          <p>{judged.judged === 0 ? text.none : text.noneOfKind}</p>
        </Empty>
      )}
      <ol className="plain-list rows">
        {shown.map(({ key, number, wording }) => (
          <li key={key} id={key} className="wording-judged">
            <h2 className="wording-judged-head">
              <Link to={`${to}?question=${encodeURIComponent(key)}#${key}`}>
                {text.question} {number}
              </Link>
            </h2>
            <p className="question-wording" lang={language}>
              {wording}
            </p>
            <JudgedWording
              wording={wording}
              lang={language}
              findings={wordingFindings(wording, language).filter((finding) => kind === null || finding.kind === kind)}
              dismissals={judged.dismissals}
              may={may}
              back={`${back}#${key}`}
              compact
            />
          </li>
        ))}
      </ol>
      {judged.pages > 1 && (
        <nav className="wording-pages" aria-label={text.pages}>
          {judged.page > 1 && (
            <Link rel="prev" to={page(judged.page - 1)}>
              {text.previous}
            </Link>
          )}
          <span>{text.pageOf(judged.page, judged.pages)}</span>
          {judged.page < judged.pages && (
            <Link rel="next" to={page(judged.page + 1)}>
              {text.next}
            </Link>
          )}
        </nav>
      )}
    </>
  )
}
