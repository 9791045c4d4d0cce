import { Link } from '@remix-run/react'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { formatDay } from '#app/i18n/format.ts'
import { capital, pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { ConsultationPhase, PointAction } from '#schemas/vocabulary.ts'
import { Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { WorkBlock } from '../work-block.tsx'

type List<T> = { rows: readonly T[]; more: boolean } | null
type Point = {
  standardId: string
  version: string
  number: number
  body: string
  action: PointAction | null
  dueOn: string | null
}
type Version = {
  standardId: string
  version: string
  titleNl: string
  titleEn: string
  phase: ConsultationPhase
  closesOn: string | null
}
type Input = {
  standardId: string
  version: string
  number: number
  body: string
  organisationNl: string
  organisationEn: string
  receivedOn: string
}

type Props = {
  work: {
    inbox: List<Input>
    unplanned: List<Point>
    actions: List<Point>
    unanswered: List<Version>
    asked: List<Version & { own: number; decided: number }>
  }
  today: string
}

const base = '/terms-of-reference/consultations'
const excerpt = (body: string) => (body.length > 110 ? `${body.slice(0, 110).trimEnd()}…` : body)

/** The blocks of "Mijn werk" about consultations: a coordinator's inbox, actions, drafts without an answer, what an expert is asked. */
export function ConsultationWork({ work, today }: Props) {
  const texts = useText(consultationTexts)
  const text = texts.home
  const language = useLanguage()
  const word = words[language]
  const all = { to: base, text: texts.title }
  const pointRow = (point: Point) => (
    <>
      <div className="work-line">
        <Link to={`${base}/${point.standardId}/points/${point.number}`}>{excerpt(point.body)}</Link>
        {point.dueOn !== null && point.dueOn < today && <Status tone="bad">{texts.points.overdue}</Status>}
      </div>
      <div className="work-facts">
        {text.version(point.version)} · {point.action ? word.pointAction[point.action] : texts.points.noAction}
        {point.dueOn && <> · {text.due(formatDay(point.dueOn, language))}</>}
      </div>
    </>
  )
  const keyOfPoint = (point: Point) => `${point.standardId} ${point.number}`
  return (
    <>
      {work.asked && (
        <WorkBlock title={text.asked.title} list={work.asked} empty={text.asked.empty} keyOf={(it) => it.standardId}>
          {(it) => (
            <>
              <div className="work-line">
                <Link to={`${base}/${it.standardId}/give`}>
                  {pick(it.titleNl, it.titleEn, language).text}, {text.version(it.version)}
                </Link>
                <span>
                  {it.phase === 'open' && it.closesOn
                    ? text.until(formatDay(it.closesOn, language))
                    : capital(word.consultationPhase[it.phase])}
                </span>
              </div>
              <div className="work-facts">{it.own === 0 ? text.ownNone : text.own(it.own, it.decided)}</div>
            </>
          )}
        </WorkBlock>
      )}
      {work.inbox && (
        <WorkBlock
          title={text.inbox.title}
          list={work.inbox}
          empty={text.inbox.empty}
          all={all}
          keyOf={(it) => `${it.standardId} ${it.number}`}
        >
          {(it) => (
            <>
              <div className="work-line">
                <Link to={`${base}/${it.standardId}/distil?input=${it.number}`}>{excerpt(it.body)}</Link>
              </div>
              <div className="work-facts">
                {pick(it.organisationNl, it.organisationEn, language).text} · {text.version(it.version)} ·{' '}
                {texts.input.received(formatDay(it.receivedOn, language))}
              </div>
            </>
          )}
        </WorkBlock>
      )}
      {work.unplanned && (
        <WorkBlock title={text.unplanned.title} list={work.unplanned} empty={text.unplanned.empty} all={all} keyOf={keyOfPoint}>
          {pointRow}
        </WorkBlock>
      )}
      {work.actions && (
        <WorkBlock title={text.actions.title} list={work.actions} empty={text.actions.empty} all={all} keyOf={keyOfPoint}>
          {pointRow}
        </WorkBlock>
      )}
      {work.unanswered && (
        <WorkBlock
          title={text.unanswered.title}
          list={work.unanswered}
          empty={text.unanswered.empty}
          all={all}
          keyOf={(it) => it.standardId}
        >
          {(it) => (
            <>
              <div className="work-line">
                <Link to={`${base}/${it.standardId}`}>{capital(text.version(it.version))}</Link>
                <Status tone="busy">{text.unanswered.todo}</Status>
              </div>
              <div className="work-facts">
                {word.consultationPhase[it.phase]}
                {it.phase === 'open' && it.closesOn && <> · {text.until(formatDay(it.closesOn, language))}</>}
              </div>
            </>
          )}
        </WorkBlock>
      )}
    </>
  )
}
