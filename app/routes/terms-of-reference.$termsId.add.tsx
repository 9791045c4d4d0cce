import '#app/styles/terms.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { SelectField, TextAreaField } from '#app/components/field.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useTermsTitle } from '#app/components/terms-facts.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { WordingField } from '#app/components/wording-field.tsx'
import { errorTexts } from '#app/i18n/errors.ts'
import { pick } from '#app/i18n/pick.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { allows } from '#app/policies/policies.ts'
import { addQuestion, AddedQuestion } from '#app/services/terms-of-reference/add-question.server.ts'
import { readTerms, readTermsTree } from '#app/services/terms-of-reference/read-terms.server.ts'
import { questionKinds, themes } from '#schemas/vocabulary.ts'

export const meta = pageTitle((language) => termsTexts[language].add.title)

export const loader = guardedLoader('terms.view', async ({ useCase, actor, params, request }) => {
  const terms = await readTerms(useCase, params.termsId)
  const { chapters } = await readTermsTree(useCase, terms.id, null)
  return {
    terms,
    chapters,
    section: new URL(request.url).searchParams.get('section') ?? '',
    may: { change: allows(actor, 'terms.change', terms) },
  }
})

const fields = ['nodeKey', 'wordingNl', 'wordingEn', 'kind', 'reason'] as const
type Values = Partial<Record<(typeof fields)[number], string>>

export const action = guardedAction('terms.change', async ({ useCase, params, request, permit }) => {
  const terms = await readTerms(useCase, params.termsId)
  const form = await request.formData()
  const values: Values = Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '')]))
  const chosen = form.getAll('themes').map(String)
  const input = AddedQuestion.safeParse({ ...values, themes: chosen, termsId: terms.id })
  let key: string
  try {
    permit(terms)
    if (!input.success) return data({ values, themes: chosen, errors: fieldErrors(input.error), moved: false }, 422)
    key = await addQuestion(useCase, input.data)
  } catch (error) {
    if (!isMoved(error)) throw error
    return data({ values, themes: chosen, errors: {}, moved: true }, 409)
  }
  return redirect(`/terms-of-reference/${terms.id}?question=${key}#${key}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function AddPage() {
  const { terms, chapters, section, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(termsTexts)
  const summary = useText(errorTexts).formSummary
  const language = useLanguage()
  const word = words[language]
  const base = `/terms-of-reference/${terms.id}`
  const values: Values = answer?.values ?? { nodeKey: section }
  const errors: Record<string, string | undefined> = answer?.errors ?? {}
  const sentences: Record<string, string> = text.errors
  const sentence = (field: string) => {
    const code = errors[field]
    return code === undefined ? undefined : [sentences[code] ?? sentences[field] ?? text.errors.other]
  }
  const problems = [...fields, 'themes'].flatMap((field) => sentence(field) ?? [])
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: text.title },
          { to: base, text: useTermsTitle(terms) },
        ]}
        title={text.add.title}
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
      {answer?.moved ? (
        <Notice tone="error">
          <p>{text.closed}</p>
        </Notice>
      ) : (
        !may.change && (
          <Notice>
            <p>{text.stands}</p>
          </Notice>
        )
      )}
      <Form method="post" noValidate>
        <SelectField
          label={text.add.section}
          name="nodeKey"
          aria-required
          defaultValue={values.nodeKey}
          errors={sentence('nodeKey')}
        >
          {chapters.map((chapter) => (
            <optgroup key={chapter.key} label={`${chapter.number} ${pick(chapter.titleNl, chapter.titleEn, language).text}`}>
              {chapter.sections.map((it) => (
                <option key={it.key} value={it.key}>
                  {it.number} {pick(it.titleNl, it.titleEn, language).text}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <WordingField
          name="wordingNl"
          label={text.add.wordingNl}
          lang="nl"
          hint={text.add.wordingHint}
          required
          defaultValue={values.wordingNl}
          errors={sentence('wordingNl')}
        />
        <WordingField
          name="wordingEn"
          label={text.add.wordingEn}
          lang="en"
          defaultValue={values.wordingEn}
          errors={sentence('wordingEn')}
        />
        <SelectField
          label={text.add.kind}
          name="kind"
          aria-required
          defaultValue={values.kind || 'context'}
          errors={sentence('kind')}
        >
          {questionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {word.questionKind[kind]}
            </option>
          ))}
        </SelectField>
        <fieldset>
          <legend className="utrecht-form-label">{text.add.themes}</legend>
          {sentence('themes') && <p className="field-error">{sentence('themes')}</p>}
          <div className="checkboxes">
            {themes.map((theme) => (
              <label key={theme}>
                <input type="checkbox" name="themes" value={theme} defaultChecked={answer?.themes.includes(theme)} />
                {word.theme[theme]}
              </label>
            ))}
          </div>
        </fieldset>
        <TextAreaField
          label={text.add.reason}
          hint={text.add.reasonHint}
          name="reason"
          aria-required
          rows={2}
          maxLength={2000}
          defaultValue={values.reason}
          errors={sentence('reason')}
        />
        <div className="form-actions">
          {may.change && <Button look="primary">{text.add.submit}</Button>}
          <Link to={base}>{text.drop.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
