import { Form, Link, useLocation } from '@remix-run/react'
import { words } from '#app/i18n/vocabulary.ts'
import { wordingTexts } from '#app/i18n/wording.ts'
import type { Dismissal } from '#app/services/wording/dismissal.ts'
import type { Judged } from '#app/services/wording/judge-wordings.server.ts'
import { wordingKinds, type WordingKind } from '#schemas/vocabulary.ts'
import { Button } from './button.tsx'
import { SelectField } from './field.tsx'
import { Empty } from './page.tsx'
import { useLanguage, useText } from './use-text.ts'
import { JudgedWording } from './wording-forms.tsx'

type Props = {
  questions: number
  judged: readonly Judged[]
  dismissals: readonly Dismissal[]
  kind: WordingKind | null
  may: boolean
  /** The page with the questions themselves; `#key` is added. */
  to: string
}

/** The questions of a set in whose wording something stands out, with what can be done about each. */
export function WordingList({ questions, judged, dismissals, kind, may, to }: Props) {
  const text = useText(wordingTexts).list
  const word = words[useLanguage()].wordingKind
  const { pathname, search } = useLocation()
  const back = pathname + search.replace(/[?&]done=[^&]*/, '')
  const shown = judged.flatMap((it) => {
    const texts = it.texts
      .map((one) => ({ ...one, findings: one.findings.filter((finding) => kind === null || finding.kind === kind) }))
      .filter((one) => one.findings.length > 0)
    return texts.length > 0 ? [{ ...it, texts }] : []
  })
  return (
    <>
      <p>{text.counts(questions, judged.length, judged.filter((it) => it.left).length)}</p>
      {judged.length === 0 ? (
        <Empty>
          <p>{text.none}</p>
        </Empty>
      ) : (
        <Form method="get" className="wording-filter">
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
      )}
      {judged.length > 0 && shown.length === 0 && (
        <Empty>
          <p>{text.noneOfKind}</p>
        </Empty>
      )}
      <ol className="plain-list rows">
        {shown.map(({ key, number, texts }) => (
          <li key={key} id={key} className="wording-judged">
            <h2 className="wording-judged-head">
              <Link to={`${to}?question=${encodeURIComponent(key)}#${key}`}>
                {text.question} {number}
              </Link>
            </h2>
            <div className="wording-languages">
              {texts.map(({ language, wording, findings }) => (
                <div key={language}>
                  <p className="soft small">{language === 'nl' ? text.asked : text.english}</p>
                  <p className="question-wording" lang={language}>
                    {wording}
                  </p>
                  <JudgedWording
                    wording={wording}
                    lang={language}
                    findings={findings}
                    dismissals={dismissals}
                    may={may}
                    compact
                    back={`${back}#${key}`}
                  />
                </div>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
