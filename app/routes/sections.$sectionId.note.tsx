import '#app/styles/arrange.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { Note } from '#app/components/hand-over/standing.tsx'
import { SectionFormPage } from '#app/components/hand-over/section-form-page.tsx'
import { Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { handOverTexts } from '#app/i18n/hand-over.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { changeNote, SectionNote } from '#app/services/hand-over/change-note.server.ts'
import { readHandOverSection } from '#app/services/hand-over/read-hand-over.server.ts'
import { readNote } from '#app/services/hand-over/read-note.server.ts'

export const meta = pageTitle<{ section: { number: string } }>(
  (language, found) => found && handOverTexts[language].notePage.title(found.section.number),
)

export const loader = guardedLoader('section.note', async ({ useCase, params }) => {
  const section = await readHandOverSection(useCase, params.sectionId)
  return { section, note: await readNote(useCase.sql, section.id) }
})

export const action = guardedAction('section.note', async ({ useCase, params, request }) => {
  const { id } = await readHandOverSection(useCase, params.sectionId)
  const form = await request.formData()
  const away = form.get('intent') === 'take-away'
  const values = { body: String(form.get('body') ?? '') }
  const input = SectionNote.safeParse({ body: away ? null : values.body, revision: form.get('revision') })
  if (!input.success) return data({ values, errors: fieldErrors(input.error), moved: false }, 422)
  try {
    await changeNote(useCase, id, input.data)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'conflict') throw error
    return data({ values, errors: {} as Record<string, string>, moved: true }, 409)
  }
  return redirect(`/sections/${id}?done=${away ? 'note-taken-away' : 'note-left'}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function NotePage() {
  const { section, note } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(handOverTexts)
  const page = text.notePage
  const sentences: Record<string, string> = text.errors
  const errors = Object.values(answer?.errors ?? {}).map((code) => sentences[code] ?? text.errors.other)
  const standing = note?.body ? note : null
  const revision = <input type="hidden" name="revision" value={note?.revision ?? 0} />
  return (
    <SectionFormPage section={section} title={page.title(section.number)} lead={page.lead} problems={errors}>
      {answer?.moved && (
        <Notice tone="warning" title={standing ? page.standsNow : undefined}>
          {standing && <Note note={standing} />}
          <p>{standing ? page.changed : page.takenAway}</p>
        </Notice>
      )}
      <Form method="post" noValidate className="arrange-form">
        {revision}
        <TextAreaField
          label={page.field}
          hint={page.hint}
          name="body"
          rows={6}
          aria-required
          defaultValue={answer?.values.body ?? standing?.body ?? ''}
          errors={errors.length > 0 ? errors : undefined}
        />
        <div className="arrange-actions">
          <Button look="primary">{page.submit}</Button>
          <Link to={`/sections/${section.id}`}>{text.page.cancel}</Link>
        </div>
      </Form>
      {standing && (
        <Form method="post" className="hand-over-take-away">
          {revision}
          <Button look="subtle" name="intent" value="take-away">
            {text.takeAway}
          </Button>
        </Form>
      )}
    </SectionFormPage>
  )
}
