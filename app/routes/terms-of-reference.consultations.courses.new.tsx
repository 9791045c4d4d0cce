import '#app/styles/consultation.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { CourseForm } from '#app/components/consultation/course-form.tsx'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { receiveCourse } from '#app/services/courses/receive-course.server.ts'
import { addCourse } from '#app/services/courses/save-course.server.ts'
import { listOrganisations } from '#app/services/organisations/list-organisations.server.ts'

export const meta = pageTitle((language) => consultationTexts[language].courses.add)

export const loader = guardedLoader('course.change', async ({ useCase }) => ({
  organisations: await listOrganisations(useCase),
}))

export const action = guardedAction('course.change', async ({ useCase, request }) => {
  const answer = await receiveCourse(await request.formData(), (input) => addCourse(useCase, input))
  return answer.done ? redirect('/terms-of-reference/consultations/courses') : data(answer.answer, answer.status)
})

export const shouldRevalidate = alsoAfterRefusal

export default function NewCoursePage() {
  const { organisations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(consultationTexts).courses
  return (
    <>
      <PageHead crumbs={[{ to: '/terms-of-reference/consultations/courses', text: text.title }]} title={text.add} />
      <CourseForm organisations={organisations} begin={{}} answer={answer} />
    </>
  )
}
