import '#app/styles/consultation.css'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { TermsNavigation } from '#app/components/terms-navigation.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { formatDay } from '#app/i18n/format.ts'
import { capital, pick } from '#app/i18n/pick.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { listCourses } from '#app/services/courses/list-courses.server.ts'

export const meta = pageTitle((language) => consultationTexts[language].courses.title)

export const loader = guardedLoader('course.view', async ({ useCase, actor }) => ({
  courses: await listCourses(useCase),
  may: { change: allows(actor, 'course.change') },
}))

export default function CoursesPage() {
  const { courses, may } = useLoaderData<typeof loader>()
  const texts = useText(consultationTexts)
  const text = texts.courses
  const terms = useText(termsTexts)
  const language = useLanguage()
  const word = words[language]
  const here = '/terms-of-reference/consultations/courses'
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: terms.title },
          { to: '/terms-of-reference/consultations', text: texts.title },
        ]}
        title={text.title}
        lead={text.lead}
        actions={
          may.change && (
            <ButtonLink look="primary" to={`${here}/new`}>
              {text.add}
            </ButtonLink>
          )
        }
      />
      <TermsNavigation />
      {courses.length === 0 ? (
        <Empty>
          <p>{may.change ? text.empty : text.emptyOther}</p>
        </Empty>
      ) : (
        // A wide table scrolls by itself; the keyboard must reach it to do so.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="table-scroll" tabIndex={0} role="region" aria-label={text.caption}>
          <table className="utrecht-table utrecht-table--html-table course-table">
            <caption className="hidden-visually">{text.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.organisation}</th>
                <th scope="col">{text.next}</th>
                <th scope="col">{text.points}</th>
              </tr>
            </thead>
            <tbody>
              {courses.map((course) => {
                const title = pick(course.titleNl, course.titleEn, language)
                const organisation = pick(course.organisationNl, course.organisationEn, language)
                return (
                  <tr key={course.id}>
                    <th scope="row">
                      <span lang={title.lang}>
                        {may.change ? <Link to={`${here}/${course.id}`}>{title.text}</Link> : title.text}
                      </span>
                      <div className="soft small">
                        {[word.courseKind[course.kind], ...course.themes.map((theme) => word.theme[theme])].join(' · ')}
                      </div>
                      {course.about && <div className="small said">{course.about}</div>}
                    </th>
                    <td lang={organisation.lang}>{organisation.text}</td>
                    <td>
                      {course.ended
                        ? capital(text.ended)
                        : course.nextOn
                          ? formatDay(course.nextOn, language)
                          : capital(text.always)}
                    </td>
                    <td>
                      {course.points.length === 0 ? (
                        '–'
                      ) : (
                        <ul className="plain-list">
                          {course.points.map((point) => (
                            <li key={`${point.standardId} ${point.number}`}>
                              <Link to={`/terms-of-reference/consultations/${point.standardId}/points/${point.number}`}>
                                {texts.home.version(point.version)}, {texts.input.point(point.number)}
                              </Link>
                              : {point.body}
                            </li>
                          ))}
                        </ul>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
