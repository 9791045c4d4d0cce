import '#app/styles/terms.css'
import '#app/styles/country.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { NodeTitle } from '#app/components/chapter-tree.tsx'
import { Exchange } from '#app/components/country/exchange.tsx'
import { RemovedQuestion } from '#app/components/country/removed-question.tsx'
import { RewordConflict } from '#app/components/country/reword-conflict.tsx'
import { StandardWording } from '#app/components/country/standard-wording.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { KindAndThemes } from '#app/components/country/kind-and-themes.tsx'
import { useTermsTitle } from '#app/components/terms-facts.tsx'
import { useText } from '#app/components/use-text.ts'
import { WordingField } from '#app/components/wording-field.tsx'
import { countryTexts } from '#app/i18n/country.ts'
import { errorTexts } from '#app/i18n/errors.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { allows, inGenderBlock } from '#app/policies/policies.ts'
import { readReturned } from '#app/services/terms-of-reference/read-returned.server.ts'
import { findQuestion, readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'
import { RewordedQuestion, rewordQuestion } from '#app/services/terms-of-reference/reword-question.server.ts'

export const meta = pageTitle((language) => countryTexts[language].reword.title)

export const loader = guardedLoader('terms.view', async ({ useCase, actor, params }) => {
  const terms = await readTerms(useCase, params.termsId)
  const found = await findQuestion(useCase, terms.id, params.questionKey)
  const returned = (await readReturned(useCase, terms.id, false)).filter((it) => it.questionKey === found?.question.key)
  return { terms, found, returned, may: { change: allows(actor, 'terms.change', terms) } }
})

/** What happened meanwhile, by the failure's detail; anything else is that Foreign Affairs has the terms. */
const movedBy: Record<string, 'changed' | 'dropped' | 'removed'> = {
  'question-changed': 'changed',
  'question-dropped': 'dropped',
  'question-removed': 'removed',
}
const fields = ['wordingNl', 'wordingEn', 'reason'] as const

export const action = guardedAction('terms.change', async ({ useCase, params, request, permit }) => {
  const terms = await readTerms(useCase, params.termsId)
  const found = await findQuestion(useCase, terms.id, params.questionKey)
  const form = await request.formData()
  const typed = {
    wordingNl: String(form.get('wordingNl') ?? ''),
    wordingEn: String(form.get('wordingEn') ?? ''),
    reason: String(form.get('reason') ?? ''),
    kind: String(form.get('kind') ?? ''),
    themes: form.getAll('themes').map(String),
  }
  const { kind, themes, ...words } = typed
  const input = RewordedQuestion.safeParse({
    ...words,
    ...(found?.question.state === 'added' && { kind, themes }),
    termsId: terms.id,
    questionKey: params.questionKey,
    revision: Number(form.get('revision')),
  })
  try {
    permit(terms)
    if (!input.success) return data({ typed, errors: fieldErrors(input.error), moved: null }, 422)
    await rewordQuestion(useCase, input.data)
    return redirect(`/terms-of-reference/${terms.id}?question=${params.questionKey}#${params.questionKey}`)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid-input')
      return data({ typed, errors: { wordingNl: error.detail ?? 'other' }, moved: null }, 422)
    if (!isMoved(error)) throw error
    return data({ typed, errors: {}, moved: movedBy[error.detail ?? ''] ?? ('closed' as const) }, 409)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function RewordPage() {
  const { found, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!found) return <RemovedQuestion terms={page.terms} typed={answer?.typed} />
  return <RewordForm {...page} {...found} answer={answer} />
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>
type Found = NonNullable<Page['found']>
type Answer = ReturnType<typeof useActionData<typeof action>>

function RewordForm({ terms, question, section, returned, may, answer }: Omit<Page, 'found'> & Found & { answer: Answer }) {
  const termsText = useText(termsTexts)
  const text = useText(countryTexts)
  const summary = useText(errorTexts).formSummary
  const base = `/terms-of-reference/${terms.id}`
  const added = question.state === 'added'
  const errors: Record<string, string | undefined> = answer?.errors ?? {}
  const sentences: Record<string, string> = { ...termsText.errors, ...text.errors }
  const sentence = (field: string) => {
    const code = errors[field]
    return code === undefined ? undefined : [sentences[code] ?? sentences[field] ?? termsText.errors.other]
  }
  const problems = [...fields, 'kind', 'themes', 'revision'].flatMap((field) => sentence(field) ?? [])
  const shut = answer?.moved === 'dropped' ? text.conflict.dropped : answer?.moved === 'closed' ? termsText.closed : undefined
  const open = may.change && question.state !== 'dropped'
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: termsText.title },
          { to: base, text: useTermsTitle(terms) },
          { to: `${base}?chapter=${section.chapterKey}#${section.key}`, text: <NodeTitle node={section} /> },
        ]}
        title={added ? text.reword.titleAdded : text.reword.title}
        lead={added ? undefined : text.reword.lead}
      />
      {problems.length > 0 && (
        <Notice tone="error" title={summary}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {shut && (
        <Notice tone="error">
          <p>{shut}</p>
        </Notice>
      )}
      {!open && !answer && (
        <Notice>
          <p>{may.change ? text.reword.dropped : termsText.stands}</p>
        </Notice>
      )}
      {answer?.moved === 'changed' && <RewordConflict question={question} typed={answer.typed} />}
      <div className="columns" data-side="end">
        <Form method="post" noValidate>
          <input type="hidden" name="revision" value={question.revision} />
          {!added && (question.mandatory || inGenderBlock(question.themes)) && (
            <p className="drop-warning">{inGenderBlock(question.themes) ? text.reword.gender : text.reword.mandatory}</p>
          )}
          <WordingField
            label={text.reword.wordingNl}
            name="wordingNl"
            lang="nl"
            required
            defaultValue={answer?.typed.wordingNl ?? question.wordingNl}
            errors={sentence('wordingNl')}
          />
          <WordingField
            label={text.reword.wordingEn}
            name="wordingEn"
            lang="en"
            defaultValue={answer?.typed.wordingEn ?? question.wordingEn}
            errors={sentence('wordingEn')}
          />
          {added && (
            <KindAndThemes
              kind={answer?.typed.kind || question.kind}
              themes={answer?.typed.themes ?? question.themes}
              kindErrors={sentence('kind')}
              themesErrors={sentence('themes')}
            />
          )}
          <TextAreaField
            label={text.reword.reason}
            hint={added ? text.reword.reasonHintAdded : text.reword.reasonHint}
            name="reason"
            aria-required
            rows={2}
            maxLength={2000}
            defaultValue={answer?.typed.reason ?? (question.state === 'reworded' ? (question.reason ?? '') : '')}
            errors={sentence('reason')}
          />
          <div className="form-actions">
            {open && <Button look="primary">{text.reword.submit}</Button>}
            <Link to={`${base}?question=${question.key}#${question.key}`}>{termsText.drop.cancel}</Link>
          </div>
        </Form>
        <aside className="question-beside">
          <StandardWording question={question} />
          <Exchange returned={returned} asked />
        </aside>
      </div>
    </>
  )
}
