import { countryTexts } from '#app/i18n/country.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { pick } from '#app/i18n/pick.ts'
import type { TermsQuestion } from '#app/services/terms-of-reference/terms-question.server.ts'
import { useLanguage, useText } from '../use-text.ts'
import { WordDiff } from '../word-diff.tsx'

/** The standard's wording beside what is being written, with the difference where the question is worded differently already. */
export function StandardWording({ question }: { question: TermsQuestion }) {
  const text = useText(countryTexts).reword
  const background = useText(termsTexts).question
  const language = useLanguage()
  const rationale = pick(question.rationaleNl, question.rationaleEn, language)
  const { standardWordingNl, standardWordingEn } = question
  const foreign = language === 'nl' ? undefined : 'nl'
  return (
    <>
      {standardWordingNl !== null && (
        <>
          <h2>{text.standard}</h2>
          <p lang={foreign}>{standardWordingNl}</p>
          {standardWordingEn && (
            <>
              <h3>{text.standardEn}</h3>
              <p lang={language === 'en' ? undefined : 'en'}>{standardWordingEn}</p>
            </>
          )}
          {question.state === 'reworded' && (
            <>
              <h2>{text.compared}</h2>
              <p className="soft small">{text.comparedLead}</p>
              <p>
                <WordDiff before={standardWordingNl} after={question.wordingNl} lang={foreign} />
              </p>
            </>
          )}
        </>
      )}
      {rationale.text && (
        <>
          <h2>{background.rationale}</h2>
          <p lang={rationale.lang}>{rationale.text}</p>
        </>
      )}
    </>
  )
}
