import { Form } from '@remix-run/react'
import { capital, pick } from '#app/i18n/pick.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { DecisionRefused, DecisionValues } from '#app/services/rounds/receive-decision.server.ts'
import { questionsOf, type SubjectChapter } from '#app/services/rounds/subject-tree.ts'
import { proposalChanges, proposalOutcomes, questionKinds } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { SelectField, TextAreaField } from '../field.tsx'
import { Notice } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { WordingField } from '../wording-field.tsx'
import { QuestionOptions, SectionOptions, ThemeBoxes } from './choices.tsx'
import { Problems } from './problems.tsx'
import type { ShownProposal } from './proposal-body.tsx'
import { useSentences } from './use-sentences.ts'

type Answer = Omit<DecisionRefused, 'saved' | 'status'>

/** The form in which proposals that stand together are decided: an outcome and a reason each, and what changes in the questions. */
export function DecisionForm({
  group,
  chapters,
  answer,
}: {
  group: readonly ShownProposal[]
  chapters: readonly SubjectChapter[]
  answer: Answer | undefined
}) {
  const text = useText(roundTexts).decide
  const values = answer?.values ?? startingValues(group, chapters)
  const { sentence, problems } = useSentences(answer?.errors ?? {})
  return (
    <>
      <Problems problems={problems} />
      <Refusal answer={answer} chapters={chapters} />
      <Form method="post" noValidate className="decision">
        <div className={group.length > 1 ? 'side-by-side' : undefined}>
          {group.map((proposal, index) => (
            <OutcomeFields
              key={proposal.id}
              proposal={proposal}
              first={index === 0 ? null : group[0]!.number}
              values={values.outcomes.find((it) => it.number === String(proposal.number))}
              sentence={sentence}
            />
          ))}
        </div>
        <ChangeFields chapters={chapters} values={values} sentence={sentence} />
        <div className="form-actions">
          <Button look="primary">{text.submit}</Button>
        </div>
      </Form>
    </>
  )
}

/** What the form begins with: what the first proposal asks for, in its own words. */
function startingValues(group: readonly ShownProposal[], chapters: readonly SubjectChapter[]): DecisionValues {
  const first = group[0]!
  const decided = first.decisions[0]
  const key = decided?.questionKey ?? first.questionKey
  const question = questionsOf(chapters).find((it) => it.key === key && !it.dropped)
  const proposed = { 'new-question': 'add', wording: 'reword', drop: 'drop', remark: 'none' } as const
  return {
    change: decided ? (decided.questionKey ? 'covered' : 'none') : proposed[first.kind],
    question: question ? `${question.revision}:${question.key}` : '',
    nodeKey: first.nodeKey ?? '',
    wordingNl: first.wordingNl,
    // Where a new wording came in Dutch only, the English of today is there to be brought along.
    wordingEn: first.wordingEn || (first.kind === 'wording' ? (question?.wordingEn ?? '') : ''),
    questionKind: first.questionKind ?? question?.kind ?? 'context',
    themes: first.themes.length > 0 ? first.themes : (question?.themes ?? []),
    outcomes: group.map((it) => ({
      number: String(it.number),
      revision: String(it.revision),
      outcome: it.decisions[0]?.outcome ?? '',
      reason: it.decisions[0]?.reason ?? '',
    })),
  }
}

type Sentence = (field: string) => string[] | undefined

function OutcomeFields({
  proposal,
  first,
  values,
  sentence,
}: {
  proposal: ShownProposal
  /** The number of the first proposal of the group; null for that one itself. */
  first: number | null
  values: DecisionValues['outcomes'][number] | undefined
  sentence: Sentence
}) {
  const text = useText(roundTexts).decide
  const word = words[useLanguage()].proposalOutcome
  const { number } = proposal
  return (
    <fieldset className="decision-part">
      <legend className="utrecht-form-label">{text.outcome(number, proposal.organisation)}</legend>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name={`revision.${number}`} value={proposal.revision} />
      <SelectField
        label={text.outcomeLabel}
        name={`outcome.${number}`}
        data-outcome
        aria-required
        defaultValue={values?.outcome ?? ''}
        errors={sentence(`outcome.${number}`)}
      >
        <option value="">{text.choose}</option>
        {proposalOutcomes.map((outcome) => (
          <option key={outcome} value={outcome}>
            {capital(word[outcome])}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label={text.reason}
        hint={first === null ? text.reasonHint : text.reasonSame(first)}
        name={`reason.${number}`}
        aria-required={first === null}
        rows={3}
        maxLength={2000}
        defaultValue={values?.reason}
        errors={sentence(`reason.${number}`)}
      />
    </fieldset>
  )
}

/** What changes in the questions. Fields that do not belong to the choice are out of sight where the browser can tell (see rounds.css). */
function ChangeFields({
  chapters,
  values,
  sentence,
}: {
  chapters: readonly SubjectChapter[]
  values: DecisionValues
  sentence: Sentence
}) {
  const texts = useText(roundTexts)
  const text = texts.decide
  const word = words[useLanguage()]
  const problem = sentence('change')
  return (
    <>
      <fieldset className="decision-part for-adopted" aria-describedby={problem && 'change-error'}>
        <legend className="utrecht-form-label">{text.change}</legend>
        {problem && (
          <p className="field-error" id="change-error">
            {problem.join(' ')}
          </p>
        )}
        {proposalChanges.map((change) => (
          <label key={change} className="choice">
            <input type="radio" name="change" value={change} defaultChecked={values.change === change} />
            {capital(word.proposalChange[change])}
          </label>
        ))}
      </fieldset>
      <div className="for-question">
        <SelectField
          label={text.question}
          name="question"
          defaultValue={asItIsNow(values.question, chapters)}
          errors={sentence('question')}
        >
          <option value="">{text.chooseQuestion}</option>
          <QuestionOptions chapters={chapters} />
        </SelectField>
      </div>
      <div className="for-add">
        <SelectField label={texts.form.section} name="nodeKey" defaultValue={values.nodeKey} errors={sentence('nodeKey')}>
          <SectionOptions chapters={chapters} />
        </SelectField>
      </div>
      <div className="for-wording">
        <WordingField
          label={text.wordingNl}
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
      </div>
      <div className="for-add">
        <SelectField
          label={texts.form.kind}
          name="questionKind"
          defaultValue={values.questionKind}
          errors={sentence('questionKind')}
        >
          {questionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {word.questionKind[kind]}
            </option>
          ))}
        </SelectField>
        <ThemeBoxes legend={texts.form.themes} name="themes" chosen={values.themes} error={sentence('themes')} />
      </div>
    </>
  )
}

/** The same question with the revision it has now: who saw that it changed may decide all the same. */
function asItIsNow(chosen: string | undefined, chapters: readonly SubjectChapter[]): string {
  const question = questionsOf(chapters).find((it) => it.key === chosen?.split(':').slice(1).join(':'))
  return question ? `${question.revision}:${question.key}` : ''
}

function Refusal({ answer, chapters }: { answer: Answer | undefined; chapters: readonly SubjectChapter[] }) {
  const text = useText(roundTexts).decide
  const language = useLanguage()
  if (!answer?.refusal) return null
  const { refusal, values } = answer
  const key = values.question?.split(':').slice(1).join(':')
  const question = questionsOf(chapters).find((it) => it.key === key)
  const now = question && pick(question.wordingNl, question.wordingEn, language)
  return (
    <Notice tone="error">
      {refusal === 'question' ? (
        <>
          <p>{text.questionConflict}</p>
          {now && <blockquote lang={now.lang}>{now.text}</blockquote>}
          <p>{text.questionConflictYours}</p>
        </>
      ) : (
        <p>{refusal === 'proposals' ? text.conflict : refusal === 'question-gone' ? text.questionGone : text.moved}</p>
      )}
    </Notice>
  )
}
