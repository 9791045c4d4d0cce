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
import { readCourse } from '#app/services/courses/list-courses.server.ts'
import { receiveCourse } from '#app/services/courses/receive-course.server.ts'
import { changeCourse } from '#app/services/courses/save-course.server.ts'
import { listOrganisations } from '#app/services/organisations/list-organisations.server.ts'

export const meta = pageTitle((language) => consultationTexts[language].courses.changeTitle)

export const loader = guardedLoader('course.change', async ({ useCase, params }) => ({
  course: await readCourse(useCase, params.courseId),
  organisations: await listOrganisations(useCase),
}))

export const action = guardedAction('course.change', async ({ useCase, params, request }) => {
  const { id } = await readCourse(useCase, params.courseId)
  const form = await request.formData()
  const revision = Number(form.get('revision'))
  const answer = await receiveCourse(form, (input) => changeCourse(useCase, { id, revision }, input))
  return answer.done ? redirect('/terms-of-reference/consultations/courses') : data(answer.answer, answer.status)
})

export const shouldRevalidate = alsoAfterRefusal

export default function ChangeCoursePage() {
  const { course, organisations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(consultationTexts).courses
  return (
    <>
      <PageHead crumbs={[{ to: '/terms-of-reference/consultations/courses', text: text.title }]} title={text.changeTitle} />
      {answer?.refusal && (
        <p className="quiet-question">
          {course.titleNl} {course.titleEn} {course.about}
        </p>
      )}
      <CourseForm
        organisations={organisations}
        begin={{
          kind: course.kind,
          titleNl: course.titleNl,
          titleEn: course.titleEn,
          organisation: course.organisation,
          themes: course.themes,
          about: course.about,
          nextOn: course.nextOn ?? '',
          ended: course.ended ? 'true' : '',
        }}
        answer={answer}
        revision={course.revision}
      />
    </>
  )
}
