import '#app/styles/consultation.css'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty, PageHead, Status } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { TermsNavigation } from '#app/components/terms-navigation.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { formatDay } from '#app/i18n/format.ts'
import { capital, pick } from '#app/i18n/pick.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { listConsultations } from '#app/services/consultations/list-consultations.server.ts'

export const meta = pageTitle((language) => consultationTexts[language].title)

export const loader = guardedLoader('consultation.view', async ({ useCase }) => ({
  consultations: await listConsultations(useCase),
}))

export default function ConsultationsPage() {
  const { consultations } = useLoaderData<typeof loader>()
  const texts = useText(consultationTexts)
  const text = texts.list
  const terms = useText(termsTexts)
  const language = useLanguage()
  const word = words[language]
  return (
    <>
      <PageHead
        crumbs={[{ to: '/terms-of-reference', text: terms.title }]}
        title={texts.title}
        lead={texts.lead}
        actions={<ButtonLink to="/terms-of-reference/consultations/courses">{text.courses}</ButtonLink>}
      />
      <TermsNavigation />
      {consultations.length === 0 ? (
        <Empty>
          <p>{text.empty}</p>
        </Empty>
      ) : (
        // A wide table scrolls by itself; the keyboard must reach it to do so.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="table-scroll" tabIndex={0} role="region" aria-label={text.caption}>
          <table className="utrecht-table utrecht-table--html-table">
            <caption className="hidden-visually">{text.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{text.version}</th>
                <th scope="col">{text.status}</th>
                <th scope="col">{text.answer}</th>
                <th scope="col">{text.phase}</th>
                <th scope="col" className="number">
                  {text.inputs}
                </th>
                <th scope="col" className="number">
                  {text.points}
                </th>
              </tr>
            </thead>
            <tbody>
              {consultations.map((line) => {
                const title = pick(line.titleNl, line.titleEn, language)
                return (
                  <tr key={line.standardId}>
                    <th scope="row">
                      <Link to={`/terms-of-reference/consultations/${line.standardId}`}>{line.version}</Link>
                      <div className="soft small" lang={title.lang}>
                        {title.text}
                      </div>
                    </th>
                    <td>{capital(word.standardStatus[line.status])}</td>
                    <td>
                      <Status tone={line.answer ? 'good' : line.status === 'draft' ? 'busy' : 'rest'}>
                        {capital(line.answer ? word.consultationAnswer[line.answer] : text.unanswered)}
                      </Status>
                    </td>
                    <td>
                      {capital(word.consultationPhase[line.phase])}
                      {line.phase === 'open' && line.closesOn && (
                        <div className="soft small">{text.until(formatDay(line.closesOn, language))}</div>
                      )}
                    </td>
                    <td className="number">
                      {line.inputs}
                      {line.waiting > 0 && <div className="soft small">{text.waiting(line.waiting)}</div>}
                    </td>
                    <td className="number">
                      {line.points}
                      {line.undecided > 0 && <div className="soft small">{text.undecided(line.undecided)}</div>}
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
