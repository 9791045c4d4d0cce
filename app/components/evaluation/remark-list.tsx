import { Link } from '@remix-run/react'
import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { formatDay } from '#app/i18n/format.ts'
import { capital } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Remark, RemarkRequest } from '#app/services/evaluation/list-remarks.server.ts'
import { Empty } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

/** A row as a page gets it: moments come as text. */
type Shown = Omit<Remark, 'givenAt'> & { givenAt: string }

/** What those who answer and those who use the answer said, with their organisation and never their name. */
export function RemarkList({ remarks }: { remarks: readonly Shown[] }) {
  const text = useText(evaluationTexts)
  const language = useLanguage()
  const word = words[language]
  if (remarks.length === 0)
    return (
      <Empty>
        <p>{text.question.noRemarks}</p>
      </Empty>
    )
  return (
    <ul className="plain-list rows">
      {remarks.map((remark) => (
        <li key={remark.id} className="evaluation-remark">
          <p>
            <strong>{capital(word.remarkAspect[remark.aspect])}.</strong>{' '}
            <span lang={language === 'nl' ? undefined : 'nl'}>{remark.body}</span>
          </p>
          <p className="soft small">
            {capital(word.remarkSide[remark.side])} ({remark.organisation}) · {text.version(remark.version)} ·{' '}
            {remark.release ? (
              <Link to={`/releases/${remark.release}`}>
                {remark.release} {remark.section}
              </Link>
            ) : (
              <>
                <span lang={language === 'nl' ? undefined : 'nl'}>{remark.report}</span> {remark.section}
              </>
            )}{' '}
            · {formatDay(remark.givenAt, language)}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The targeted questions that were put, to whom and until when. */
export function RequestList({ requests }: { requests: readonly RemarkRequest[] }) {
  const text = useText(evaluationTexts).question
  const language = useLanguage()
  if (requests.length === 0) return null
  return (
    <>
      <h3>{text.requests}</h3>
      <ul className="plain-list rows">
        {requests.map((request) => (
          <li key={request.id} className="evaluation-remark">
            <p lang={language === 'nl' ? undefined : 'nl'}>{request.body}</p>
            <p className="soft small">
              {request.version} · {text.askedTo(words[language].role[request.addressee], formatDay(request.openUntil, language))}{' '}
              · {text.answers(request.answers)}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
