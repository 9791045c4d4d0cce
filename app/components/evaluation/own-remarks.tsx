import { Form } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { capital, pick } from '#app/i18n/pick.ts'
import { remarkTexts } from '#app/i18n/remarks.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { RemarkPage } from '#app/services/evaluation/read-remark-page.server.ts'
import { useLanguage, useText } from '../use-text.ts'

type Own = RemarkPage['own'][number]
/** A row as a page gets it: moments come as text. */
type Props = { own: readonly (Omit<Own, 'givenAt'> & { givenAt: string })[]; questions: RemarkPage['questions'] }

/** What someone said before about these questions, and what was decided about them since. */
export function OwnRemarks({ own, questions }: Props) {
  const text = useText(remarkTexts)
  const language = useLanguage()
  const word = words[language]
  if (own.length === 0) return null
  const wordingOf = (key: string) => {
    const question = questions.find((it) => it.key === key)
    return question && pick(question.wordingNl || question.wordingEn, question.wordingEn, language)
  }
  return (
    <section aria-labelledby="own">
      <h2 id="own">{text.own}</h2>
      <ul className="plain-list rows">
        {own.map((remark) => {
          const wording = wordingOf(remark.questionKey)
          return (
            <li key={remark.id} className="evaluation-remark">
              <p className="soft" lang={wording?.lang}>
                {wording?.text}
              </p>
              <p>
                <strong>{capital(word.remarkAspect[remark.aspect])}.</strong> {remark.body}
              </p>
              <p className="small">
                {remark.decision ? (
                  <>
                    {text.decided}: {word.proposalOutcome[remark.decision]}.{' '}
                    <span lang={language === 'nl' ? undefined : 'nl'}>{remark.decisionReason}</span>
                  </>
                ) : (
                  <span className="soft">{text.undecided}</span>
                )}
              </p>
              <Form method="post" action={`/remarks/${remark.id}/withdraw`}>
                <p className="soft small">
                  {formatDay(remark.givenAt, language)}{' '}
                  <button className="link-button">
                    {text.withdraw}
                    <span className="hidden-visually"> {remark.body.slice(0, 60)}</span>
                  </button>
                </p>
              </Form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
