import { Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { remarkTexts } from '#app/i18n/remarks.ts'
import type { OpenRequest } from '#app/services/evaluation/list-open-requests.server.ts'
import { useLanguage, useText } from '../use-text.ts'

/** On "Mijn werk": the targeted questions that wait for an answer (SR-69). Absent when there are none: nobody is expected to look for them. */
export function RequestBlock({ requests }: { requests: readonly OpenRequest[] }) {
  const text = useText(remarkTexts)
  const language = useLanguage()
  if (requests.length === 0) return null
  return (
    <section aria-labelledby="requests" className="work-block">
      <h2 id="requests">{text.home}</h2>
      <ul className="plain-list rows">
        {requests.map((request) => (
          <li key={request.id}>
            <div className="work-line">
              <Link to={request.page} lang={language === 'nl' ? undefined : 'nl'}>
                {request.body}
              </Link>
            </div>
            <div className="work-facts">{text.until(formatDay(request.openUntil, language))}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}
