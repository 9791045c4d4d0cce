import { countryTexts } from '#app/i18n/country.ts'
import type { TermsQuestion } from '#app/services/terms-of-reference/terms-question.server.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { Notice } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { WordDiff } from '../word-diff.tsx'

type Typed = { wordingNl: string; wordingEn: string }

/** Two people changed one question: what the first made of it, what the second typed, and the words in which they differ. */
export function RewordConflict({ question, typed }: { question: TermsQuestion; typed: Typed }) {
  const text = useText(countryTexts).conflict
  const page = useLanguage()
  const both = (now: string, yours: string, language: Language) =>
    now !== yours && (
      <>
        <dl className="question-background" lang={language === page ? undefined : language}>
          <div>
            <dt lang={page}>{text.now}</dt>
            <dd>{now}</dd>
          </div>
          <div>
            <dt lang={page}>{text.yours}</dt>
            <dd>{yours}</dd>
          </div>
        </dl>
        <p>
          <span className="soft">{text.difference}:</span>{' '}
          <WordDiff before={now} after={yours} lang={language === page ? undefined : language} />
        </p>
      </>
    )
  return (
    <Notice tone="error" title={text.changed}>
      <p>{text.changedLead}</p>
      {both(question.wordingNl, typed.wordingNl, 'nl')}
      {both(question.wordingEn, typed.wordingEn, 'en')}
      {question.reason && <p>{question.reason}</p>}
    </Notice>
  )
}
