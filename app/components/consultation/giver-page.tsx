import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { formatDay } from '#app/i18n/format.ts'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { GiverPage } from '#app/services/consultations/read-giver-page.server.ts'
import type { InputRefusal, InputValues } from '#app/services/consultations/receive-input.server.ts'
import { Button } from '../button.tsx'
import { TextAreaField } from '../field.tsx'
import { Empty, Notice, Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { FormProblems, QuestionSelect, ThemeChoices, useAnswer } from './form-parts.tsx'
import { inputTone } from './input-tone.ts'
import { InputView } from './input-view.tsx'
import { OutcomeView } from './outcome-view.tsx'

export type GiverAnswer = {
  values: InputValues
  errors: Record<string, string>
  refusal: InputRefusal | null
}

/** What the address asks: the question to begin with, the input to change, and what was just done. */
export type GiverView = { question: string; change: number | null; done: 'given' | 'saved' | null }

type Props = {
  page: Serialized<GiverPage>
  view: GiverView
  answer: GiverAnswer | undefined
  /** Where this page stands; the form posts to it. */
  base: string
  /** Whether input can be given now. */
  open: boolean
  /** What stands between their input and the questions, such as "my input is complete". */
  children?: ReactNode
}
/** As a loader's data reach the page: moments may have become texts. */
type Serialized<T> = T extends Date ? Date | string : T extends object ? { [K in keyof T]: Serialized<T[K]> } : T

/** What experts with an account and invited organisations alike see of a consultation: the request, their own input, and the questions. */
export function GiverPageView({ page, view, answer, base, open, children }: Props) {
  const text = useText(consultationTexts).give
  const language = useLanguage()
  const changing = page.inputs.find((input) => input.number === view.change && input.changeable)
  return (
    <>
      {view.done && !answer && (
        <Notice tone="ok">
          <p>{text[view.done]}</p>
        </Notice>
      )}
      {page.request && (
        <section aria-labelledby="asked">
          <h2 id="asked">{text.asked}</h2>
          <p className="said">{page.request}</p>
          {open && page.closesOn && <p className="soft">{text.until(formatDay(page.closesOn, language))}</p>}
          {!open && <p className="soft">{text.past}</p>}
        </section>
      )}
      <section aria-labelledby="own">
        <h2 id="own">{text.own}</h2>
        <OwnInputs inputs={page.inputs} base={base} open={open} />
      </section>
      {/* What was typed is shown again also when it can no longer be sent. */}
      {(open || answer) && <GiveForm key={`${view.question} ${view.change}`} {...{ page, view, answer, base, open, changing }} />}
      {children}
      <section aria-labelledby="questions">
        <h2 id="questions">{text.questions}</h2>
        <p className="soft">{text.changedCount(page.changed)}</p>
        <Questions page={page} base={base} open={open} />
      </section>
    </>
  )
}

function OwnInputs({ inputs, base, open }: { inputs: Props['page']['inputs']; base: string; open: boolean }) {
  const texts = useText(consultationTexts)
  const text = texts.give
  const language = useLanguage()
  const word = words[language]
  if (inputs.length === 0) {
    return (
      <Empty>
        <p>{open ? text.ownEmpty : text.ownNone}</p>
      </Empty>
    )
  }
  return (
    <ol className="plain-list rows">
      {inputs.map((input) => (
        <li key={input.number} id={`input-${input.number}`} className="given">
          <div className="given-head">
            <h3>{texts.input.number(input.number)}</h3>
            <Status tone={inputTone[input.state]}>{word.inputState[input.state]}</Status>
            {open && input.changeable && (
              <Link to={`${base}?change=${input.number}#give`}>
                {text.changeLink}
                <span className="hidden-visually"> {texts.input.number(input.number)}</span>
              </Link>
            )}
          </div>
          <InputView input={input} own />
          {input.state === 'received' && <p className="soft">{text.received}</p>}
          {input.setAsideReason && (
            <p>
              {text.setAside}: <span className="said">{input.setAsideReason}</span>
            </p>
          )}
          {input.points.map((point) => (
            <div key={point.number} className="given-point">
              <p>
                <span className="soft">{text.made}: </span>
                <span className="said">{point.body}</span>
              </p>
              <p>
                <span className="soft">{text.action}: </span>
                {point.action ? word.pointAction[point.action] : text.notYet}
              </p>
              {point.outcome ? <OutcomeView outcome={point.outcome} /> : <p className="soft">{text.undecided}</p>}
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}

type GiveProps = Omit<Props, 'children'> & { changing: Props['page']['inputs'][number] | undefined }

function GiveForm({ page, view, answer, base, open, changing }: GiveProps) {
  const texts = useText(consultationTexts)
  const guest = useText(invitationTexts).guest
  const text = texts.give
  const begin: Record<string, string | string[]> = changing
    ? { questionKey: changing.questionKey ?? '', body: changing.body, themes: changing.themes }
    : { questionKey: view.question }
  const { value, list, sentence, problems } = useAnswer(answer, begin)
  const refusals: Partial<Record<string, string>> = { ...text.refused, ...guest.refused }
  return (
    <section aria-labelledby="give">
      <h2 id="give">{changing ? text.changeTitle(changing.number) : text.add}</h2>
      <FormProblems problems={problems} refusal={answer?.refusal ? (refusals[answer.refusal] ?? null) : null} />
      <Form method="post" action={base} noValidate>
        {changing && (
          <>
            <input type="hidden" name="number" value={changing.number} />
            <input type="hidden" name="revision" value={changing.revision} />
          </>
        )}
        <QuestionSelect
          label={texts.fields.question}
          none={texts.fields.whole}
          chapters={page.chapters}
          value={value('questionKey')}
          errors={sentence('questionKey')}
        />
        <TextAreaField
          label={texts.fields.body}
          hint={texts.fields.bodyHint}
          name="body"
          rows={6}
          maxLength={10_000}
          aria-required
          defaultValue={value('body')}
          errors={sentence('body')}
        />
        <details className="foldout" open={list('themes').length > 0}>
          <summary>{texts.fields.themes}</summary>
          <ThemeChoices
            legend={texts.fields.themes}
            hint={texts.fields.themesHint}
            chosen={list('themes')}
            errors={sentence('themes')}
          />
        </details>
        <div className="form-actions">
          {open && <Button look="primary">{changing ? text.save : text.submit}</Button>}
          {changing && <Link to={base}>{texts.cancel}</Link>}
        </div>
      </Form>
    </section>
  )
}

function Questions({ page, base, open }: { page: Props['page']; base: string; open: boolean }) {
  const texts = useText(consultationTexts)
  const language = useLanguage()
  return page.chapters.map((chapter) => {
    const title = pick(chapter.titleNl, chapter.titleEn, language)
    const changed = chapter.sections.flatMap((section) => section.questions).filter((question) => question.changed).length
    return (
      <details key={chapter.key} className="foldout" open={changed > 0}>
        <summary lang={title.lang}>
          {chapter.number} {title.text}
        </summary>
        <ol className="plain-list rows draft-questions">
          {chapter.sections.flatMap((section) =>
            section.questions.map((question, index) => {
              const wording = pick(question.wordingNl, question.wordingEn, language)
              const number = `${section.number}.${index + 1}`
              return (
                <li key={question.key}>
                  <p lang={wording.lang}>
                    <span className="question-number">{number}</span> {wording.text}
                  </p>
                  {question.changed && (
                    <span className="tag" data-emphasis>
                      {texts.fields.changedMark}
                    </span>
                  )}{' '}
                  {open && (
                    <Link to={`${base}?question=${question.key}#give`}>
                      {texts.give.aboutThis}
                      <span className="hidden-visually"> {number}</span>
                    </Link>
                  )}
                </li>
              )
            }),
          )}
        </ol>
      </details>
    )
  })
}
