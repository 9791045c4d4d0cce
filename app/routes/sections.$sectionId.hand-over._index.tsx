import '#app/styles/arrange.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { SelectField, TextAreaField } from '#app/components/field.tsx'
import { SectionFormPage } from '#app/components/hand-over/section-form-page.tsx'
import { Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { handOverTexts } from '#app/i18n/hand-over.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { allows } from '#app/policies/policies.ts'
import { HandOver, handOverSection } from '#app/services/hand-over/hand-over-section.server.ts'
import { readHandOver, readHandOverSection } from '#app/services/hand-over/read-hand-over.server.ts'

export const meta = pageTitle<{ section: { number: string } }>(
  (language, found) => found && handOverTexts[language].page.title(found.section.number),
)

export const loader = guardedLoader('section.view', async ({ useCase, actor, params }) => {
  const { section, authors } = await readHandOver(useCase, params.sectionId)
  return { section, authors, may: allows(actor, 'section.hand-over', section) }
})

export const action = guardedAction('section.hand-over', async ({ useCase, params, request, permit }) => {
  const section = await readHandOverSection(useCase, params.sectionId)
  const form = await request.formData()
  const values = { to: String(form.get('to') ?? ''), note: String(form.get('note') ?? '') }
  const input = HandOver.safeParse({ ...values, from: String(form.get('from') ?? '') || null })
  try {
    permit(section)
    if (!input.success) return data({ values, errors: fieldErrors(input.error), moved: false }, 422)
    await handOverSection(useCase, section.id, input.data)
  } catch (error) {
    // What was typed stays, with how the section stands now.
    if (isMoved(error)) return data({ values, errors: {} as Record<string, string>, moved: true }, 409)
    if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error
    return data({ values, errors: { to: error.detail ?? '' } as Record<string, string>, moved: false }, 422)
  }
  return redirect(`/sections/${section.id}?done=handed-over`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function HandOverPage() {
  const { section, authors, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(handOverTexts)
  const page = text.page
  const sentences: Record<string, string> = text.errors
  const errors = Object.fromEntries(
    Object.entries(answer?.errors ?? {}).map(([field, code]) => [
      field,
      [sentences[code] ?? (field === 'to' ? text.errors.to : text.errors.other)],
    ]),
  )
  const open = section.status === 'draft' || section.status === 'returned'
  const impossible = !open
    ? page.closed
    : !may
      ? section.author
        ? page.notYours(section.author)
        : page.notNobodys
      : authors.length === 0 && page.nobodyElse
  return (
    <SectionFormPage
      section={section}
      title={page.title(section.number)}
      lead={page.lead}
      problems={[...new Set(Object.values(errors).flat())]}
    >
      {answer?.moved && open && (
        <Notice tone="warning">
          <p>{section.author ? page.changed(section.author) : page.changedToNobody}</p>
        </Notice>
      )}
      {impossible ? (
        <>
          <Notice>
            <p>{impossible}</p>
          </Notice>
          {answer?.values.note && (
            <TextAreaField label={page.kept} name="kept" rows={5} readOnly defaultValue={answer.values.note} />
          )}
          <p>
            <Link to={`/sections/${section.id}`}>
              {section.number} {section.title}
            </Link>
          </p>
        </>
      ) : (
        // Where the author changed, what is sent next is about the new one.
        <Form method="post" noValidate className="arrange-form" key={section.authorId}>
          <p>{section.author ? page.now(section.author) : page.nobody}</p>
          <input type="hidden" name="from" value={section.authorId ?? ''} />
          <SelectField label={page.to} name="to" aria-required defaultValue={answer?.values.to ?? ''} errors={errors.to}>
            <option value="">{page.choose}</option>
            {authors.map((author) => (
              <option key={author.id} value={author.id}>
                {author.name}
              </option>
            ))}
          </SelectField>
          <TextAreaField
            label={page.word}
            hint={page.wordHint}
            name="note"
            rows={5}
            defaultValue={answer?.values.note}
            errors={errors.note}
          />
          <div className="arrange-actions">
            <Button look="primary">{page.submit}</Button>
            <Link to={`/sections/${section.id}`}>{page.cancel}</Link>
          </div>
        </Form>
      )}
    </SectionFormPage>
  )
}
