import { Form, Link } from '@remix-run/react'
import { standardTexts } from '#app/i18n/standard.ts'
import type { Organisation } from '#app/services/accounts/list-organisations.server.ts'
import type { Change } from '#app/services/standard-terms/read-history.server.ts'
import type { StandardNode, StandardSummary } from '#app/services/standard-terms/read-standard.server.ts'
import type { Chapter } from '#app/services/terms-of-reference/question-tree.ts'
import { Button } from '../button.tsx'
import { Notice } from '../page.tsx'
import { useText } from '../use-text.ts'
import { HistoryList } from './history-list.tsx'
import { QuestionFieldsOf } from './question-fields.tsx'
import type { QuestionValues } from './question-values.ts'
import type { MayStandard } from './standard-board.tsx'
import { SubPageHead } from './sub-page-head.tsx'
import { useTitles } from './use-titles.ts'

type Props = {
  standard: Omit<StandardSummary, 'createdAt'>
  nodes: readonly StandardNode[]
  chapters: readonly Chapter[]
  organisations: readonly Organisation[]
  history: readonly (Omit<Change, 'at'> & { at: Date | string })[]
  may: MayStandard
  /** What someone had typed when the question was taken out under their hands: a form that makes a new question of it. */
  typed?: QuestionValues
}

/** A question that is no longer in this version: what became of it, and what was typed about it meanwhile. */
export function RemovedQuestion({ standard, nodes, chapters, organisations, history, may, typed }: Props) {
  const text = useText(standardTexts)
  const base = `/terms-of-reference/standards/${standard.id}`
  return (
    <>
      <SubPageHead standard={standard} title={text.changeKinds['question-removed']} />
      {typed && (
        <Notice tone="error">
          <p>{text.conflict.removed}</p>
        </Notice>
      )}
      <h2>{text.question.history}</h2>
      <HistoryList changes={history} titleOf={useTitles(nodes)} withVersion />
      {typed && may.change && (
        <>
          <h2>{text.question.addTitle}</h2>
          <Form method="post" action={`${base}/add`} noValidate>
            <QuestionFieldsOf values={typed} chapters={chapters} organisations={organisations} sentence={() => undefined} isNew />
            <div className="form-actions">
              <Button look="primary">{text.question.add}</Button>
              <Link to={base}>{text.cancel}</Link>
            </div>
          </Form>
        </>
      )}
    </>
  )
}
