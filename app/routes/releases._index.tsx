import { Link, useLoaderData } from '@remix-run/react'
import { Empty, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay } from '#app/i18n/format.ts'
import { releaseTexts } from '#app/i18n/releases.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { listReleases } from '#app/services/releases/list-releases.server.ts'

export const meta = pageTitle((language) => releaseTexts[language].title)

export const loader = guardedLoader('release.view', async ({ useCase }) => ({ releases: await listReleases(useCase) }))

export default function Releases() {
  const { releases } = useLoaderData<typeof loader>()
  const text = useText(releaseTexts)
  const language = useLanguage()
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      {releases.length === 0 ? (
        <Empty>
          <p>{text.empty}</p>
          <p>{text.emptyNext}</p>
        </Empty>
      ) : (
        <div className="table-scroll">
          <table className="utrecht-table">
            <caption className="hidden-visually">{text.caption}</caption>
            <thead className="utrecht-table__header">
              <tr>
                <th scope="col">{text.number}</th>
                <th scope="col">{text.report}</th>
                <th scope="col">{text.country}</th>
                <th scope="col">{text.date}</th>
                <th scope="col" className="number">
                  {text.sections}
                </th>
              </tr>
            </thead>
            <tbody>
              {releases.map((release) => (
                <tr key={release.number}>
                  <th scope="row">
                    <Link to={`/releases/${release.number}`}>{release.number}</Link>
                  </th>
                  <td>
                    {release.title}
                    {release.notice && <div className="soft small">{release.notice}</div>}
                    {!release.newest && <div className="soft small">{text.superseded}</div>}
                  </td>
                  <td>{language === 'nl' ? release.countryNl : release.countryEn}</td>
                  <td>{formatDay(release.releasedOn, language)}</td>
                  <td className="number">{release.sections}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
