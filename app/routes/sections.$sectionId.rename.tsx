import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { TextField } from '#app/components/field.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { ArrangePage, sectionPlace, useArrangeErrors } from '#app/components/section/arrange.tsx'
import { useText } from '#app/components/use-text.ts'
import { arrangeTexts } from '#app/i18n/arrange.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { readArrangement } from '#app/services/reports/read-arrangement.server.ts'
import { renameSection, SectionTitle } from '#app/services/reports/rename-section.server.ts'

export const meta = pageTitle<{ section: { number: string } }>(
  (language, found) => found && arrangeTexts[language].rename.title(found.section.number),
)

export const loader = guardedLoader('section.arrange', async ({ useCase, params }) => {
  const { section } = await readArrangement(useCase, params.sectionId)
  return { section }
})

export const action = guardedAction('section.arrange', async ({ useCase, params, request }) => {
  const { section } = await readArrangement(useCase, params.sectionId)
  const title = String((await request.formData()).get('title') ?? '')
  const input = SectionTitle.safeParse(title)
  if (!input.success) return data({ title, errors: { title: input.error.issues[0]!.message } }, 422)
  return orShowMoved(sectionPlace({ ...section, hasText: true }), async () => {
    await renameSection(useCase, { sectionId: section.id, title: input.data })
    return redirect(sectionPlace(section, 'renamed'))
  })
})

export const shouldRevalidate = alsoAfterRefusal

export default function RenamePage() {
  const { section } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(arrangeTexts).rename
  const errors = useArrangeErrors(answer?.errors)
  return (
    <ArrangePage
      section={section}
      title={text.title(section.number)}
      problems={errors.title ?? []}
      impossible={section.status === 'approved' && text.approved}
      submit={text.submit}
    >
      <TextField
        label={text.field}
        hint={text.hint}
        name="title"
        aria-required
        maxLength={200}
        defaultValue={answer?.title ?? section.title}
        errors={errors.title}
      />
    </ArrangePage>
  )
}
