import { consultationTexts } from '#app/i18n/consultations.ts'
import { formatDay, formatMoment, formatPeriod } from '#app/i18n/format.ts'
import { capital, pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { ConsultationAnswer, ConsultationWay } from '#schemas/vocabulary.ts'
import { ButtonLink } from '../button.tsx'
import { Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

type Answered = {
  answer: ConsultationAnswer | null
  heldFrom: string | null
  heldTo: string | null
  ways: readonly ConsultationWay[]
  explanation: string | null
  answeredAt: Date | string | null
  openedAt: Date | string | null
  organisations: readonly { code: string; nameNl: string; nameEn: string }[]
}

type Props = { consultation: Answered; base: string; may: boolean; fixed: boolean }

/** The consultation question and its answer (SR-49). */
export function ConsultationAnswerBlock({ consultation, base, may, fixed }: Props) {
  const text = useText(consultationTexts).question
  const language = useLanguage()
  const word = words[language]
  const { answer, heldFrom, heldTo, ways, explanation, answeredAt, openedAt, organisations } = consultation
  return (
    <section aria-labelledby="consulted">
      <h2 id="consulted">{text.heading}</h2>
      {answer === null ? (
        <p>
          <Status tone={fixed ? 'rest' : 'busy'}>{text.unanswered}</Status>
        </p>
      ) : (
        <>
          <p>
            <Status tone="good">{capital(word.consultationAnswer[answer])}</Status>
          </p>
          <dl className="consultation-facts">
            {answer === 'held' && heldFrom && heldTo && (
              <>
                <div>
                  <dt>{text.who}</dt>
                  <dd>
                    <ul className="plain-list">
                      {organisations.map((organisation) => {
                        const name = pick(organisation.nameNl, organisation.nameEn, language)
                        return (
                          <li key={organisation.code} lang={name.lang}>
                            {name.text}
                          </li>
                        )
                      })}
                    </ul>
                  </dd>
                </div>
                <div>
                  <dt>{text.when}</dt>
                  <dd>{heldFrom === heldTo ? formatDay(heldFrom, language) : formatPeriod(heldFrom, heldTo, language)}</dd>
                </div>
                <div>
                  <dt>{text.how}</dt>
                  <dd>{ways.map((way) => word.consultationWay[way]).join(', ')}</dd>
                </div>
              </>
            )}
            <div>
              <dt>{answer === 'held' ? text.account : text.why}</dt>
              <dd className="said">{explanation}</dd>
            </div>
            {answeredAt && (
              <div>
                <dt>{text.answeredOn}</dt>
                <dd>{formatMoment(answeredAt, language)}</dd>
              </div>
            )}
          </dl>
          {fixed && <p className="soft">{text.fixed}</p>}
        </>
      )}
      {may && (
        <ButtonLink look={answer === null && openedAt !== null ? 'primary' : 'secondary'} to={`${base}/answer`}>
          {answer === null ? text.answer : text.change}
        </ButtonLink>
      )}
    </section>
  )
}
