import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty, PageHead, Status } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { phaseTone, useSubjectName } from '#app/components/rounds/round-facts.tsx'
import { TermsNavigation } from '#app/components/terms-navigation.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay } from '#app/i18n/format.ts'
import { capital } from '#app/i18n/pick.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { listRounds } from '#app/services/rounds/read-round.server.ts'

export const meta = pageTitle((language) => roundTexts[language].title)

export const loader = guardedLoader('round.list', async ({ useCase, actor }) => {
  const insider = allows(actor, 'terms.view')
  return {
    rounds: await listRounds(useCase, insider ? {} : { asked: actor.organisation }),
    may: { open: allows(actor, 'round.open'), terms: insider },
  }
})

export default function RoundsPage() {
  const { rounds, may } = useLoaderData<typeof loader>()
  const text = useText(roundTexts)
  const terms = useText(termsTexts)
  const language = useLanguage()
  const name = useSubjectName()
  return (
    <>
      <PageHead
        crumbs={may.terms ? [{ to: '/terms-of-reference', text: terms.title }] : []}
        title={text.title}
        lead={text.lead}
        actions={
          may.open && (
            <ButtonLink look="primary" to="/terms-of-reference/rounds/new">
              {text.open}
            </ButtonLink>
          )
        }
      />
      {may.terms && <TermsNavigation />}
      {rounds.length === 0 ? (
        <Empty>
          <p>
            {text.list.empty} {may.open ? text.list.emptyPolicy : text.list.emptyOther}
          </p>
        </Empty>
      ) : (
        // A wide table scrolls by itself; the keyboard must reach it to do so.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="table-scroll" tabIndex={0} role="region" aria-label={text.list.caption}>
          <table className="utrecht-table utrecht-table--html-table">
            <caption className="hidden-visually">{text.list.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{text.list.subject}</th>
                <th scope="col">{text.list.status}</th>
                <th scope="col">{text.list.closesOn}</th>
                <th scope="col">{text.list.asked}</th>
                <th scope="col" className="number">
                  {text.list.proposals}
                </th>
                <th scope="col" className="number">
                  {text.list.undecided}
                </th>
              </tr>
            </thead>
            <tbody>
              {rounds.map((round) => (
                <tr key={round.id}>
                  <th scope="row">
                    <Link to={`/terms-of-reference/rounds/${round.id}`}>{capital(name(round))}</Link>
                  </th>
                  <td>
                    <Status tone={phaseTone[round.phase]}>{text.phase[round.phase]}</Status>
                  </td>
                  <td>{formatDay(round.closesOn, language)}</td>
                  <td>{round.asked.map(({ code }) => code).join(', ')}</td>
                  <td className="number">{round.proposals}</td>
                  <td className="number">{round.undecided}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
