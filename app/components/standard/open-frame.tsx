import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { standardTexts } from '#app/i18n/standard.ts'
import { useText } from '../use-text.ts'

/** A question that is open in its place: its number and key on top, and the way to close it again. */
export function OpenFrame({
  number,
  questionKey,
  back,
  children,
}: {
  number: string
  questionKey: string
  back: string
  children: ReactNode
}) {
  const text = useText(standardTexts).question
  return (
    <div className="open-question">
      <div className="open-question-head">
        <h4>
          {number} <code>{questionKey}</code>
        </h4>
        <Link to={back} preventScrollReset>
          {text.close} <span className="hidden-visually">{number}</span>
        </Link>
      </div>
      <div className="open-question-parts">{children}</div>
    </div>
  )
}
