import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { capital } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { EvaluationRecord } from '#app/services/evaluation/evaluation-records.server.ts'
import { useLanguage, useText } from '../use-text.ts'

/** A record as a page gets it: moments come as text. */
export type ShownRecord = Omit<EvaluationRecord, 'recordedAt'> & { recordedAt: string }

/** What was proposed and decided, newest first. */
export function RecordHistory({ history, heading }: { history: readonly ShownRecord[]; heading: boolean }) {
  const text = useText(evaluationTexts).question
  if (history.length === 0) return null
  return (
    <>
      {heading && <h3>{text.history}</h3>}
      <ol className="plain-list rows">
        {history.map((record) => (
          <li key={record.revision} className="evaluation-remark">
            <RecordView record={record} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** One proposal with its decision, who recorded them and when. */
export function RecordView({ record }: { record: ShownRecord }) {
  const text = useText(evaluationTexts)
  const language = useLanguage()
  const word = words[language]
  const written = language === 'nl' ? undefined : 'nl'
  return (
    <>
      <p>
        <strong>{capital(word.questionChange[record.change])}.</strong> <span lang={written}>{record.proposal}</span>
      </p>
      <p>
        {text.record.decided}: {record.decision ? word.proposalOutcome[record.decision] : text.record.open}
        {record.decision && (
          <>
            . <span lang={written}>{record.decisionReason}</span>
          </>
        )}
      </p>
      <p className="soft small">{text.question.by(record.recordedBy, formatMoment(record.recordedAt, language))}</p>
    </>
  )
}
