import { Link } from '@remix-run/react'
import { commentTexts } from '#app/i18n/comments.ts'
import { formatMoment } from '#app/i18n/format.ts'
import type { Mention } from '#app/services/comments/list-mentions.server.ts'
import { useLanguage, useText } from '../use-text.ts'

/** On "Mijn werk": the comments in which a colleague asks this person to look. Absent when there are none: nobody is expected to look for them. */
export function MentionBlock({ mentions }: { mentions: readonly Mention[] }) {
  const text = useText(commentTexts).home
  const language = useLanguage()
  const foreign = language === 'nl' ? undefined : 'nl'
  if (mentions.length === 0) return null
  return (
    <section aria-labelledby="mentions" className="work-block">
      <h2 id="mentions">{text.title}</h2>
      <ul className="plain-list rows">
        {mentions.map((mention) => (
          <li key={mention.threadId}>
            <div className="work-line">
              <Link to={`/sections/${mention.sectionId}#comments`} lang={foreign}>
                {mention.number} {mention.title}
              </Link>
              <span>{text.from(mention.by, formatMoment(mention.writtenAt, language))}</span>
            </div>
            <p className="mention-body">{mention.body}</p>
            <div className="work-facts" lang={foreign}>
              {mention.reportTitle}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
