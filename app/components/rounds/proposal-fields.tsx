import { pick } from '#app/i18n/pick.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { ProposalValues } from '#app/services/rounds/receive-proposal.server.ts'
import { questionsOf, type SubjectChapter } from '#app/services/rounds/subject-tree.ts'
import { questionKinds, type ProposalKind } from '#schemas/vocabulary.ts'
import { SelectField, TextAreaField } from '../field.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { WordingField } from '../wording-field.tsx'
import { SectionOptions, ThemeBoxes } from './choices.tsx'

type Sentence = (field: string) => string[] | undefined

/** The fields of a proposal of one kind; the question it is about is shown above them and goes along hidden. */
export function ProposalFields({
  kind,
  chapters,
  values,
  sentence,
}: {
  kind: ProposalKind
  chapters: readonly SubjectChapter[]
  values: ProposalValues
  sentence: Sentence
}) {
  const text = useText(roundTexts).form
  const remark = kind === 'remark'
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {kind === 'new-question' ? (
        <SelectField label={text.section} name="nodeKey" aria-required defaultValue={values.nodeKey} errors={sentence('nodeKey')}>
          <SectionOptions chapters={chapters} />
        </SelectField>
      ) : (
        <About chapters={chapters} questionKey={values.questionKey ?? ''} problem={sentence('questionKey')} />
      )}
      {(kind === 'new-question' || kind === 'wording') && (
        <Wordings hint={kind === 'wording' ? text.rewordHint : text.wordingHint} values={values} sentence={sentence} />
      )}
      {kind === 'new-question' && <KindField values={values} sentence={sentence} />}
      {kind === 'new-question' && (
        <ThemeBoxes legend={text.themes} name="themes" chosen={values.themes} error={sentence('themes')} />
      )}
      <TextAreaField
        label={remark ? text.remark : text.rationale}
        hint={remark ? text.remarkHint : text.rationaleHint}
        name="rationale"
        aria-required
        rows={4}
        maxLength={2000}
        defaultValue={values.rationale}
        errors={sentence('rationale')}
      />
    </>
  )
}

function About({
  chapters,
  questionKey,
  problem,
}: {
  chapters: readonly SubjectChapter[]
  questionKey: string
  problem: string[] | undefined
}) {
  const text = useText(roundTexts).form
  const language = useLanguage()
  const question = questionsOf(chapters).find((it) => it.key === questionKey)
  const wording = question && pick(question.wordingNl, question.wordingEn, language)
  return (
    <div className="quiet-question">
      <p className="soft small">{question ? text.about : text.aboutAll}</p>
      {question && wording && (
        <p className="question-wording" lang={wording.lang}>
          <span className="question-number">{question.number} </span>
          {wording.text}
        </p>
      )}
      {problem && <p className="field-error">{problem.join(' ')}</p>}
      <input type="hidden" name="questionKey" value={questionKey} />
    </div>
  )
}

function Wordings({ hint, values, sentence }: { hint: string; values: ProposalValues; sentence: Sentence }) {
  const text = useText(roundTexts).form
  return (
    <>
      <WordingField
        label={text.wordingNl}
        hint={hint}
        name="wordingNl"
        lang="nl"
        defaultValue={values.wordingNl}
        errors={sentence('wordingNl')}
      />
      <WordingField
        label={text.wordingEn}
        name="wordingEn"
        lang="en"
        defaultValue={values.wordingEn}
        errors={sentence('wordingEn')}
      />
    </>
  )
}

function KindField({ values, sentence }: { values: ProposalValues; sentence: Sentence }) {
  const text = useText(roundTexts).form
  const word = words[useLanguage()].questionKind
  return (
    <SelectField
      label={text.kind}
      name="questionKind"
      aria-required
      defaultValue={values.questionKind || 'context'}
      errors={sentence('questionKind')}
    >
      {questionKinds.map((kind) => (
        <option key={kind} value={kind}>
          {word[kind]}
        </option>
      ))}
    </SelectField>
  )
}
