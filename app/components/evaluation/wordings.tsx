import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { pick } from '#app/i18n/pick.ts'
import type { PairedQuestion, PlacedQuestion } from '#app/services/evaluation/paired-questions.ts'
import { useLanguage, useText } from '../use-text.ts'
import { WordDiff } from '../word-diff.tsx'

type Version = { version: string }

/** The wording of each version beside the other, and the words that changed. */
export function Wordings({ question, old, current }: { question: PairedQuestion; old: Version | null; current: Version }) {
  const text = useText(evaluationTexts)
  const language = useLanguage()
  return (
    <div className="evaluation-wordings">
      {old && <Wording version={old.version} placed={question.old} />}
      <Wording version={current.version} placed={question.new} />
      {question.change === 'reworded' && (
        <div>
          <h3>{text.question.difference}</h3>
          <p>
            <WordDiff
              before={question.old!.wordingNl}
              after={question.new!.wordingNl}
              lang={language === 'nl' ? undefined : 'nl'}
            />
          </p>
        </div>
      )}
    </div>
  )
}

function Wording({ version, placed }: Version & { placed: PlacedQuestion | null }) {
  const text = useText(evaluationTexts)
  const language = useLanguage()
  const wording = placed && pick(placed.wordingNl, placed.wordingEn, language)
  return (
    <div>
      <h3>
        {version} {placed && <span className="soft">({placed.number})</span>}
      </h3>
      {wording ? <p lang={wording.lang}>{wording.text}</p> : <p className="soft">{text.table.notAsked(version)}</p>}
    </div>
  )
}
