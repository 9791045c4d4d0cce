import { standardTexts } from '#app/i18n/standard.ts'
import type { Change } from '#app/services/standard-terms/read-history.server.ts'
import type { StandardQuestion } from '#app/services/standard-terms/read-standard.server.ts'
import { useLanguage, useText } from '../use-text.ts'
import { WordDiff } from '../word-diff.tsx'
import { HistoryList } from './history-list.tsx'

type Props = {
  question: StandardQuestion
  base: { version: string; question: StandardQuestion | null } | null
  history: readonly (Omit<Change, 'at'> & { at: Date | string })[]
  titleOf: (key: string) => string
}

/** Beside an open question: what it said before, and everything that was changed in it. */
export function QuestionAside({ question, base, history, titleOf }: Props) {
  const text = useText(standardTexts).question
  return (
    <aside className="question-aside" aria-label={text.beside}>
      <h3>{text.beside}</h3>
      {base && <BesideVersion question={question} base={base} />}
      {question.formerWordingNl === null
        ? base?.question == null && <p className="soft">{text.noFormer}</p>
        : question.formerWordingNl !== base?.question?.wordingNl && (
            <>
              <h4>{text.besideFormer}</h4>
              <p>
                <Wording before={question.formerWordingNl} after={question.wordingNl} lang="nl" />
              </p>
            </>
          )}
      <h3>{text.history}</h3>
      {history.length === 0 ? (
        <p className="soft">{text.noHistory}</p>
      ) : (
        <HistoryList changes={history} titleOf={titleOf} withVersion />
      )}
    </aside>
  )
}

function BesideVersion({ question, base }: { question: StandardQuestion; base: NonNullable<Props['base']> }) {
  const text = useText(standardTexts).question
  const was = base.question
  if (!was) return <p>{text.besideNew(base.version)}</p>
  const same = was.wordingNl === question.wordingNl && was.wordingEn === question.wordingEn
  if (same) return <p className="soft">{text.besideSame(base.version)}</p>
  return (
    <>
      <h4>{text.besideVersion(base.version)}</h4>
      {was.wordingNl !== question.wordingNl && (
        <p>
          <Wording before={was.wordingNl} after={question.wordingNl} lang="nl" />
        </p>
      )}
      {was.wordingEn !== question.wordingEn && (
        <p>
          <Wording before={was.wordingEn} after={question.wordingEn} lang="en" />
        </p>
      )}
    </>
  )
}

function Wording({ before, after, lang }: { before: string; after: string; lang: 'nl' | 'en' }) {
  return <WordDiff before={before} after={after} lang={useLanguage() === lang ? undefined : lang} />
}
