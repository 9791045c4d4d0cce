import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { commentTexts } from '#app/i18n/comments.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { CommentThread } from '#app/services/comments/read-threads.server.ts'
import { commentNatures } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { TextAreaField } from '../field.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { AskField } from './ask-field.tsx'
import type { ThreadPlace } from './thread-place.ts'

type Props = ThreadPlace & { thread: CommentThread; quote: ReactNode }

/** One thread: what it is about, what was said, and what can be done with it. */
export function Thread({ thread, quote, ...place }: Props) {
  const text = useText(commentTexts)
  const language = useLanguage()
  const first = thread.messages[0]!
  // An answer of one's own is no longer in the form; one of somebody else leaves what is being typed as it is.
  const own = thread.messages.filter(({ authorId }) => authorId === place.userId).length
  const name = text.this(first.author, formatMoment(first.writtenAt, language))
  return (
    <li id={`comment-${thread.id}`} className="thread" tabIndex={-1}>
      <p className="thread-about small">
        <span className="tag">{thread.nature ? words[language].commentNature[thread.nature] : text.unmarked}</span>
        {thread.place === 'question' && <span className="soft"> {text.aboutQuestion}</span>}
      </p>
      {thread.place === 'question' && (
        <blockquote className="thread-quote" lang={language === 'nl' ? undefined : 'nl'}>
          {thread.quote}
        </blockquote>
      )}
      {(thread.place === 'text' || thread.place === 'words') && quote}
      <ol className="plain-list thread-messages">
        {thread.messages.map((message) => (
          <li key={message.id}>
            <p className="small">
              <strong>{message.author}</strong> <span className="soft">· {formatMoment(message.writtenAt, language)}</span>
            </p>
            <p className="thread-body">{message.body}</p>
            {message.mentions.length > 0 && (
              <p className="soft small">
                {text.named}: {message.mentions.map((it) => `@${it.name}`).join(', ')}
              </p>
            )}
          </li>
        ))}
      </ol>
      {thread.resolvedAt && thread.resolvedBy && (
        <p className="soft small">{text.resolvedBy(thread.resolvedBy, formatMoment(thread.resolvedAt, language))}</p>
      )}
      <div className="thread-keys no-print">
        {thread.may.settle && (
          <Key place={place} thread={thread} to={thread.resolvedAt ? 'reopen' : 'resolve'} name={name}>
            {thread.resolvedAt ? text.reopen : text.resolve}
          </Key>
        )}
        {thread.may.mark &&
          commentNatures
            .filter((nature) => nature !== thread.nature)
            .map((nature) => (
              <Key key={nature} place={place} thread={thread} to="mark" name={name} nature={nature}>
                {text.mark[nature]}
              </Key>
            ))}
      </div>
      {thread.may.reply && <Reply key={own} place={place} thread={thread} name={name} />}
    </li>
  )
}

type KeyProps = {
  place: ThreadPlace
  thread: CommentThread
  to: 'resolve' | 'reopen' | 'mark'
  nature?: string
  name: string
  children: ReactNode
}

/** A button that does one thing with a thread. */
function Key({ place, thread, to, nature, name, children }: KeyProps) {
  return (
    <Form method="post" action={`/sections/${place.sectionId}/comments/${thread.id}/${to}`} preventScrollReset>
      <input type="hidden" name="from" value={place.from} />
      {nature && <input type="hidden" name="nature" value={nature} />}
      <Button look="subtle">
        {children}
        <span className="hidden-visually">: {name}</span>
      </Button>
    </Form>
  )
}

function Reply({ place, thread, name }: { place: ThreadPlace; thread: CommentThread; name: string }) {
  const text = useText(commentTexts)
  return (
    <details className="thread-reply no-print">
      <summary>
        {text.reply}
        <span className="hidden-visually">: {name}</span>
      </summary>
      <Form method="post" action={`/sections/${place.sectionId}/comments/${thread.id}/reply`} preventScrollReset>
        <input type="hidden" name="from" value={place.from} />
        <TextAreaField
          label={text.yourReply}
          hint={thread.resolvedAt ? text.replyReopens : undefined}
          name="body"
          required
          rows={3}
          maxLength={4000}
        />
        <AskField colleagues={place.colleagues} userId={place.userId} />
        <Button>{text.sendReply}</Button>
      </Form>
    </details>
  )
}
