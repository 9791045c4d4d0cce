import { Form } from '@remix-run/react'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { capital, pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { pointActions, pointOutcomes, type CourseKind, type PointAction, type PointOutcome } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { SelectField, TextAreaField, TextField } from '../field.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { Choices, FormProblems, QuestionSelect, useAnswer, type QuestionTree } from './form-parts.tsx'
import { OutcomeView } from './outcome-view.tsx'

type Outcome = {
  outcome: PointOutcome
  reason: string
  questionNl: string | null
  questionEn: string | null
  courseNl: string | null
  courseEn: string | null
  decidedBy: string
  decidedAt: Date | string
}
type Point = {
  number: number
  action: PointAction | null
  ownerId: string | null
  owner: string | null
  dueOn: string | null
  explanation: string | null
  revision: number
  outcomes: readonly Outcome[]
}
type Answer = Parameters<typeof useAnswer>[0]
type Person = { id: string; name: string }

type ActionProps = { point: Point; owners: readonly Person[]; proposed: readonly Person[]; may: boolean; answer: Answer }

/** What is done with a point, by whom and before when (SR-51). */
export function ActionForm({ point, owners, proposed, may, answer }: ActionProps) {
  const text = useText(consultationTexts).point.action
  const language = useLanguage()
  const word = words[language]
  const { value, sentence, problems, refusal } = useAnswer(answer, {
    action: point.action ?? '',
    ownerId: point.ownerId ?? (proposed.length === 1 ? proposed[0]!.id : ''),
    dueOn: point.dueOn ?? '',
    explanation: point.explanation ?? '',
  })
  const mark = (person: Person) =>
    proposed.some((it) => it.id === person.id) ? `${person.name} (${text.proposed})` : person.name
  return (
    <section aria-labelledby="action">
      <h2 id="action">{text.heading}</h2>
      {(!may || answer?.refusal) && <ActionFacts point={point} />}
      <FormProblems problems={problems} refusal={refusal} />
      {(may || answer) && (
        <Form method="post" noValidate key={`action ${point.revision}`}>
          <input type="hidden" name="step" value="action" />
          <input type="hidden" name="revision" value={point.revision} />
          <Choices
            legend={text.choice}
            name="action"
            type="radio"
            choices={pointActions.map((code) => ({ value: code, label: capital(word.pointAction[code]) }))}
            chosen={[value('action')]}
            errors={sentence('action')}
          />
          <SelectField
            label={text.owner}
            hint={proposed.length > 0 ? text.proposal(proposed.map((person) => person.name).join(', ')) : undefined}
            name="ownerId"
            defaultValue={value('ownerId')}
            errors={sentence('ownerId')}
          >
            <option value="">{text.chooseOwner}</option>
            {owners.map((person) => (
              <option key={person.id} value={person.id}>
                {mark(person)}
              </option>
            ))}
          </SelectField>
          <TextField label={text.due} name="dueOn" type="date" defaultValue={value('dueOn')} errors={sentence('dueOn')} />
          <TextAreaField
            label={text.explanation}
            hint={text.explanationHint}
            name="explanation"
            rows={2}
            maxLength={2000}
            defaultValue={value('explanation')}
            errors={sentence('explanation')}
          />
          {may && <Button look={point.action === null ? 'primary' : 'secondary'}>{text.submit}</Button>}
        </Form>
      )}
    </section>
  )
}

function ActionFacts({ point }: { point: Point }) {
  const texts = useText(consultationTexts)
  const text = texts.point.action
  const language = useLanguage()
  if (point.action === null) return <p>{text.none}</p>
  return (
    <dl className="consultation-facts">
      <div>
        <dt>{text.choice}</dt>
        <dd>{capital(words[language].pointAction[point.action])}</dd>
      </div>
      {point.owner && (
        <div>
          <dt>{text.owner}</dt>
          <dd>{point.owner}</dd>
        </div>
      )}
      {point.dueOn && (
        <div>
          <dt>{text.due}</dt>
          <dd>{formatDay(point.dueOn, language)}</dd>
        </div>
      )}
      {point.explanation && (
        <div>
          <dt>{text.explanation}</dt>
          <dd className="said">{point.explanation}</dd>
        </div>
      )}
    </dl>
  )
}

type OutcomeProps = {
  point: Point
  chapters: QuestionTree
  courses: readonly { id: string; titleNl: string; titleEn: string; kind: CourseKind }[]
  may: boolean
  answer: Answer
}

/** What became of a point, with the reason its givers read (SR-50); deciding again keeps what was decided before. */
export function OutcomeForm({ point, chapters, courses, may, answer }: OutcomeProps) {
  const text = useText(consultationTexts).point.outcome
  const language = useLanguage()
  const word = words[language]
  const [latest, ...earlier] = point.outcomes
  const { value, sentence, problems, refusal } = useAnswer(answer)
  const form = (
    <Form method="post" noValidate key={`outcome ${point.revision}`}>
      <input type="hidden" name="step" value="outcome" />
      <input type="hidden" name="revision" value={point.revision} />
      <Choices
        legend={text.choice}
        name="outcome"
        type="radio"
        choices={pointOutcomes.map((code) => ({ value: code, label: capital(word.pointOutcome[code]) }))}
        chosen={[value('outcome')]}
        errors={sentence('outcome')}
      />
      <TextAreaField
        label={text.reason}
        hint={text.reasonHint}
        name="reason"
        rows={3}
        maxLength={2000}
        aria-required
        defaultValue={value('reason')}
        errors={sentence('reason')}
      />
      <QuestionSelect
        label={text.question}
        none={text.noQuestion}
        chapters={chapters}
        value={value('questionKey')}
        errors={sentence('questionKey')}
      />
      <SelectField label={text.course} name="courseId" defaultValue={value('courseId')} errors={sentence('courseId')}>
        <option value="">{text.noCourse}</option>
        {courses.map((course) => (
          <option key={course.id} value={course.id}>
            {pick(course.titleNl, course.titleEn, language).text} ({word.courseKind[course.kind]})
          </option>
        ))}
      </SelectField>
      <Button look={latest ? 'secondary' : 'primary'}>{text.submit}</Button>
    </Form>
  )
  return (
    <section aria-labelledby="outcome">
      <h2 id="outcome">{text.heading}</h2>
      {latest ? <Decision outcome={latest} /> : <p className="soft">{point.action === null && may ? text.first : text.none}</p>}
      {earlier.length > 0 && (
        <details className="foldout">
          <summary>{text.earlier}</summary>
          {earlier.map((it) => (
            <Decision key={String(it.decidedAt)} outcome={it} />
          ))}
        </details>
      )}
      <FormProblems problems={problems} refusal={refusal} />
      {may &&
        point.action !== null &&
        (latest ? (
          <details className="foldout" open={answer !== undefined}>
            <summary>{text.again}</summary>
            {form}
          </details>
        ) : (
          form
        ))}
    </section>
  )
}

function Decision({ outcome }: { outcome: Outcome }) {
  const text = useText(consultationTexts).point.outcome
  const language = useLanguage()
  return (
    <div className="decision">
      <OutcomeView outcome={outcome} />
      <p className="soft small">{text.by(outcome.decidedBy, formatMoment(outcome.decidedAt, language))}</p>
    </div>
  )
}
