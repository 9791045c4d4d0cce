import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty, Facts, PageHead, Status } from '#app/components/page.tsx'
import { TermsNavigation } from '#app/components/terms-navigation.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay, formatPeriod } from '#app/i18n/format.ts'
import { capital, pick } from '#app/i18n/pick.ts'
import { countryTexts } from '#app/i18n/country.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { listTerms } from '#app/services/terms-of-reference/list-terms.server.ts'
import { readStandardInForce } from '#app/services/standard-terms/read-standard.server.ts'
import { pageTitle } from '#app/components/page-title.ts'
import { termsTone } from '#app/components/tones.ts'

export const meta = pageTitle((language) => termsTexts[language].title)

export const loader = guardedLoader('terms.view', async ({ useCase, actor }) => ({
  standard: await readStandardInForce(useCase),
  terms: await listTerms(useCase),
  may: { create: allows(actor, 'terms.create') },
}))

export default function TermsList() {
  const { standard, terms, may } = useLoaderData<typeof loader>()
  const text = useText(termsTexts)
  const country = useText(countryTexts).list
  const language = useLanguage()
  const word = words[language]
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          may.create &&
          standard && (
            <ButtonLink look="primary" to="/terms-of-reference/new">
              {text.create}
            </ButtonLink>
          )
        }
      />
      <TermsNavigation />
      <section aria-labelledby="standard">
        <h2 id="standard">{text.standard.heading}</h2>
        {standard ? (
          <>
            <Facts
              facts={[
                [text.standard.version, standard.version],
                [text.standard.status, <Status key="status" tone="good" children={word.standardStatus[standard.status]} />],
                standard.inForceFrom !== null && [text.standard.since, formatDay(standard.inForceFrom, language)],
                [text.standard.questions, `${standard.questions}, ${text.standard.mandatory(standard.mandatory)}`],
              ]}
            />
            <p>
              <Link to="/terms-of-reference/standard">{text.standard.open}</Link>
            </p>
          </>
        ) : (
          <Empty>
            <p>{text.standard.none}</p>
          </Empty>
        )}
      </section>
      <section aria-labelledby="countries">
        <h2 id="countries">{text.list.heading}</h2>
        {terms.length === 0 ? (
          <Empty>
            <p>
              {text.list.empty} {may.create ? text.list.emptyPolicy : text.list.emptyOther}
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
                  <th scope="col">{text.list.country}</th>
                  <th scope="col">{text.list.kind}</th>
                  <th scope="col">{text.list.period}</th>
                  <th scope="col">{text.list.due}</th>
                  <th scope="col">{text.list.status}</th>
                  <th scope="col" className="number">
                    {text.list.questions}
                  </th>
                  <th scope="col">{text.list.differences}</th>
                </tr>
              </thead>
              <tbody>
                {terms.map((line) => (
                  <tr key={line.id}>
                    <th scope="row">
                      <Link to={`/terms-of-reference/${line.id}`}>{pick(line.countryNl, line.countryEn, language).text}</Link>
                    </th>
                    <td>{capital(word.reportKind[line.kind])}</td>
                    <td>{formatPeriod(line.periodFrom, line.periodTo, language)}</td>
                    <td>{formatDay(line.dueOn, language)}</td>
                    <td>
                      <Status tone={termsTone[line.status]}>{word.termsStatus[line.status]}</Status>
                      {line.unanswered > 0 && <div className="soft small">{country.unanswered(line.unanswered)}</div>}
                    </td>
                    <td className="number">{line.asked}</td>
                    <td>
                      {[
                        line.dropped > 0 && text.list.dropped(line.dropped),
                        line.added > 0 && text.list.added(line.added),
                        line.reworded > 0 && country.reworded(line.reworded),
                        line.dropped + line.added + line.reworded === 0 && text.list.same,
                      ]
                        .filter(Boolean)
                        .join(', ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </>
  )
}
