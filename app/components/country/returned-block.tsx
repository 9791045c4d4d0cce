import { Form, Link } from '@remix-run/react'
import { countryTexts } from '#app/i18n/country.ts'
import { pick } from '#app/i18n/pick.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { Button } from '../button.tsx'
import { Notice, Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { Exchange, type ShownReturned } from './exchange.tsx'

type Props = {
  base: string
  status: 'in-preparation' | 'handed-over' | 'returned' | 'accepted'
  turn: number
  returned: readonly ShownReturned[]
  may: { change: boolean; accept: boolean; giveBack: boolean }
}

/** What is to be done about questions that cannot be answered: for Foreign Affairs, for policy, for those who only read. */
export function ReturnedBlock({ base, status, turn, returned, may }: Props) {
  const text = useText(countryTexts).returned
  const now = returned.filter((it) => it.turn === turn)
  if (status === 'returned') {
    const open = now.filter((it) => it.answer === null)
    return (
      <Notice
        tone={open.length > 0 ? 'warning' : 'ok'}
        title={may.change ? text.policyTitle(open.length, now.length) : text.otherTitle(now.length)}
      >
        <p>{may.change ? text.policyLead : text.otherLead}</p>
        <Questions base={base} returned={now} />
      </Notice>
    )
  }
  return (
    <>
      {may.accept && <Decide base={base} marked={now.filter((it) => it.returnedAt === null)} may={may} />}
      <Answers base={base} returned={returned.filter((it) => it.answer !== null)} />
    </>
  )
}

/** Foreign Affairs accepts, or gives back what it marked; one of the two is the page's main action. */
function Decide({ base, marked, may }: { base: string; marked: readonly ShownReturned[]; may: Props['may'] }) {
  const text = useText(countryTexts).returned
  const accept = useText(termsTexts).accept
  if (marked.length > 0 && may.giveBack) {
    return (
      <Notice tone="warning" title={text.bzTitle(marked.length)}>
        <p>{text.bzLead}</p>
        <Questions base={base} returned={marked} />
        <Form method="post" action={`${base}/return`}>
          <Button look="primary">{text.give}</Button>
        </Form>
      </Notice>
    )
  }
  return (
    <Notice title={accept.title}>
      <p>{accept.lead}</p>
      <p>{text.bzNone}</p>
      <Form method="post" action={`${base}/accept`}>
        <Button look="primary">{accept.button}</Button>
      </Form>
    </Notice>
  )
}

/** The questions as links to where they stand, each with whether it was answered. */
function Questions({ base, returned }: { base: string; returned: readonly ShownReturned[] }) {
  const text = useText(countryTexts).returned
  return (
    <ul className="plain-list returned-questions">
      {returned.map((it) => (
        <li key={it.id}>
          <Question base={base} returned={it} />
          {it.returnedAt !== null && (
            <Status tone={it.answer ? 'good' : 'bad'}>{it.answer ? text.answers[it.answer] : text.unanswered}</Status>
          )}
        </li>
      ))}
    </ul>
  )
}

function Question({ base, returned }: { base: string; returned: ShownReturned }) {
  const wording = pick(returned.wordingNl, returned.wordingEn, useLanguage())
  const words = (
    <>
      {returned.number} <span lang={wording.lang}>{wording.text}</span>
    </>
  )
  if (returned.number === null) return <del>{words}</del>
  return <Link to={`${base}?question=${returned.questionKey}#${returned.questionKey}`}>{words}</Link>
}

/** What became of everything that was ever returned, folded away. */
function Answers({ base, returned }: { base: string; returned: readonly ShownReturned[] }) {
  const text = useText(countryTexts).returned
  if (returned.length === 0) return null
  return (
    <details className="returned-answers">
      <summary>
        {text.answeredTitle} ({returned.length})
      </summary>
      <ul className="plain-list rows">
        {returned.map((it) => (
          <li key={it.id}>
            <Question base={base} returned={it} />
            <Exchange returned={[it]} />
          </li>
        ))}
      </ul>
    </details>
  )
}
