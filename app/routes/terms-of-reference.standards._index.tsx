import '#app/styles/terms.css'
import '#app/styles/standard.css'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty, Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { StandardStatusWord } from '#app/components/standard/version-name.tsx'
import { TermsNavigation } from '#app/components/terms-navigation.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay } from '#app/i18n/format.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { listStandards, type StandardSummary } from '#app/services/standard-terms/read-standard.server.ts'

export const meta = pageTitle((language) => standardTexts[language].title)

export const loader = guardedLoader('standard.view', async ({ useCase, actor }) => ({
  standards: await listStandards(useCase),
  may: { create: allows(actor, 'standard.create') },
}))

export default function Standards() {
  const { standards, may } = useLoaderData<typeof loader>()
  const text = useText(standardTexts)
  return (
    <>
      <PageHead
        crumbs={[{ to: '/terms-of-reference', text: useText(termsTexts).title }]}
        title={text.title}
        lead={text.lead}
        actions={
          <>
            {may.create && (
              <ButtonLink look="primary" to="new">
                {text.list.start}
              </ButtonLink>
            )}
            {standards.length > 1 && <ButtonLink to="compare">{text.list.compare}</ButtonLink>}
            {may.create && <ButtonLink to="import">{text.list.import}</ButtonLink>}
          </>
        }
      />
      <TermsNavigation />
      {(['general', 'thematic'] as const).map((kind) => {
        const ofKind = standards.filter((it) => it.kind === kind)
        const empty = kind === 'general' ? text.list.emptyGeneral : may.create ? text.list.empty : text.list.emptyOther
        return (
          <section key={kind} aria-labelledby={kind}>
            <h2 id={kind}>{text.kindHeading[kind]}</h2>
            {ofKind.length === 0 ? (
              <Empty>
                <p>{empty}</p>
              </Empty>
            ) : (
              <Versions standards={ofKind} caption={`${text.kindHeading[kind]}: ${text.list.caption}`} />
            )}
          </section>
        )
      })}
      <Notice>
        <p>{text.notice}</p>
      </Notice>
    </>
  )
}

type Line = Omit<StandardSummary, 'createdAt'> & { createdAt: Date | string }

function Versions({ standards, caption }: { standards: readonly Line[]; caption: string }) {
  const text = useText(standardTexts).list
  return (
    // A wide table scrolls by itself; the keyboard must reach it to do so.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="utrecht-table utrecht-table--html-table">
        <caption className="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.version}</th>
            <th scope="col">{text.status}</th>
            <th scope="col">{text.since}</th>
            <th scope="col">{text.basedOn}</th>
            <th scope="col" className="number">
              {text.questions}
            </th>
            <th scope="col" className="number">
              {text.mandatory}
            </th>
            <th scope="col">{text.uses}</th>
          </tr>
        </thead>
        <tbody>
          {standards.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <Link to={line.id}>{line.version}</Link>
              </th>
              <td>
                <StandardStatusWord status={line.status} />
                {line.successor && <span className="soft small"> {text.successor(line.successor.version)}</span>}
              </td>
              <td>
                <Since line={line} />
              </td>
              <td>{line.basedOn?.version ?? (line.createdBy === null ? text.product : text.none)}</td>
              <td className="number">{line.questions}</td>
              <td className="number">{line.mandatory}</td>
              <td>{text.usesCount(line.uses)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The day on which a version came to stand where it stands. */
function Since({ line }: { line: Line }) {
  const text = useText(standardTexts).list
  const language = useLanguage()
  const created = typeof line.createdAt === 'string' ? line.createdAt : line.createdAt.toISOString()
  const day = { draft: created, consulted: line.consultedOn, 'in-force': line.inForceFrom, withdrawn: line.withdrawnOn }[
    line.status
  ]
  return (
    <>
      {day === null ? text.none : formatDay(day, language)}
      {line.status === 'withdrawn' && line.inForceFrom === null && <span className="soft small"> {text.never}</span>}
    </>
  )
}
