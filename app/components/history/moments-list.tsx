import { Form, Link } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { useText } from '#app/components/use-text.ts'
import { historyTexts } from '#app/i18n/history.ts'
import type { Moment } from '#app/services/history/read-moments.server.ts'
import { useHistoryWords } from './use-words.ts'

type Shown = Moment & { mayDrop: boolean }
type Props = {
  sectionId: string
  moments: readonly Shown[]
  first: number
  head: number
  /** Whether the beginning comes after these. */
  last: boolean
}
const compareForm = 'compare-moments'

/** What happened to a text, newest first; two of them are chosen to be compared. */
export function MomentsList({ sectionId, moments, first, head, last }: Props) {
  const text = useText(historyTexts)
  const words = useHistoryWords()
  const base = `/sections/${sectionId}/history`
  return (
    <>
      <Form method="get" action={`${base}/compare`} id={compareForm} className="moments-compare">
        <Button look="primary">{text.compare}</Button>
      </Form>
      <p className="moments-columns soft small" aria-hidden="true">
        <span>{text.from}</span>
        <span>{text.to}</span>
      </p>
      <ol className="plain-list moments">
        <li>
          <Ends version={head} what={text.now} to />
          <div>
            <p>
              <b>{text.now}</b>
            </p>
          </div>
        </li>
        {moments.map((moment, index) => {
          const what = `${moment.person} ${words.what(moment)}, ${words.when(moment)}`
          return (
            <li key={`${moment.kind} ${moment.version} ${moment.at}`} data-kind={moment.kind}>
              <Ends version={moment.version} what={what} from={index === 0 && !last} />
              <div>
                <p>
                  <b>{moment.person}</b> {words.what(moment)}
                  {moment.kind === 'writing' && moment.others > 0 && <span className="soft"> {text.others(moment.others)}</span>}
                </p>
                <p className="soft small">{words.when(moment)}</p>
                <p className="small moments-links">
                  {moment.kind === 'writing' && (
                    <Link
                      to={`${base}/compare?from=${moment.from}&to=${moment.version}&by=${moment.personId}`}
                      aria-label={text.about(text.whatChanged, what)}
                    >
                      {text.whatChanged}
                    </Link>
                  )}
                  {moment.kind === 'restored' && (
                    <Link
                      to={`${base}/compare?from=${moment.version - 1}&to=${moment.version}`}
                      aria-label={text.about(text.whatChanged, what)}
                    >
                      {text.whatChanged}
                    </Link>
                  )}
                  <Link to={`${base}/text?version=${moment.version}`} aria-label={text.about(text.showText, what)}>
                    {text.showText}
                  </Link>
                </p>
                {moment.kind !== 'writing' && moment.id && moment.mayDrop && (
                  <Form method="post" action={`${base}/names/${moment.id}`}>
                    <button className="link-button small" aria-label={text.about(text.dropName, moment.said)}>
                      {text.dropName}
                    </button>
                  </Form>
                )}
              </div>
            </li>
          )
        })}
        {last && (
          <li>
            <Ends version={first} what={text.begin} from />
            <div>
              <p>
                <b>{text.begin}</b>
              </p>
              {first > 0 && <p className="soft small">{text.beginHint}</p>}
            </div>
          </li>
        )}
      </ol>
    </>
  )
}

/** The two ends of a comparison: from here, or to here. */
function Ends({ version, what, from = false, to = false }: { version: number; what: string; from?: boolean; to?: boolean }) {
  const text = useText(historyTexts)
  return (
    <div className="moment-ends">
      <label>
        <input
          type="radio"
          form={compareForm}
          name="from"
          value={version}
          defaultChecked={from}
          aria-label={text.fromThis(what)}
        />
      </label>
      <label>
        <input type="radio" form={compareForm} name="to" value={version} defaultChecked={to} aria-label={text.toThis(what)} />
      </label>
    </div>
  )
}
