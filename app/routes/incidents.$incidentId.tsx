import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { datesOf, Figures, placeOf } from '#app/components/context-card.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { contextCardTexts } from '#app/i18n/context-card.ts'
import { formatDay, formatMoment, formatNumber } from '#app/i18n/format.ts'
import { incidentTexts } from '#app/i18n/incidents.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { computeContext } from '#app/services/incidents/compute-context.server.ts'
import { listUses } from '#app/services/incidents/list-uses.server.ts'
import { readIncident } from '#app/services/incidents/read-incident.server.ts'
import type { Language } from '#schemas/vocabulary.ts'
import '../styles/incidents.css'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${placeOf(data.incident)}, ${datesOf(data.incident, data.language)} – Herkomst` : 'Herkomst' },
]

export const loader = guardedLoader('incident.view', async ({ params, useCase, actor, language }) => {
  const id = params.incidentId ?? ''
  const reading = await readIncident(useCase, id)
  const [context, uses] = await Promise.all([computeContext(useCase, id), listUses(useCase, id)])
  return {
    ...reading,
    context,
    language,
    uses: { releases: uses.releases, sections: allows(actor, 'section.view') ? uses.sections : [] },
  }
})

export default function Incident() {
  const { incident, context } = useLoaderData<typeof loader>()
  const text = useText(incidentTexts)
  const card = useText(contextCardTexts)
  const language = useLanguage()
  return (
    <>
      <PageHead
        crumbs={[{ to: '/incidents', text: text.title }]}
        title={`${placeOf(incident)}, ${datesOf(incident, language)}`}
      />
      <p className="text">{language === 'nl' ? incident.summaryNl : incident.summaryEn}</p>
      {incident.flags.length > 0 && (
        <Notice tone="warning" title={text.flagsTitle}>
          <ul>
            {incident.flags.map((flag) => (
              <li key={flag}>{text.flag[flag]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="columns" data-side="end">
        <div>
          <section aria-labelledby="context">
            <h2 id="context">{card.title}</h2>
            {'reason' in context ? (
              <p>
                {card.noContext}. <span lang="nl">{context.reason}</span>
              </p>
            ) : (
              <Figures figures={context} language={language} />
            )}
          </section>
          <Sources />
          <History />
        </div>
        <div>
          <Record />
          <Uses />
        </div>
      </div>
    </>
  )
}

function Record() {
  const { incident, country, dataset, coordinates, updatedAt } = useLoaderData<typeof loader>()
  const text = useText(incidentTexts)
  const language = useLanguage()
  const number = (value: number | null) => (value === null ? text.notGiven : formatNumber(value, language))
  const precise = (label: string, precision: string) => (
    <span className="soft incident-precision">
      {label}: {precision}
    </span>
  )
  const facts: [string, ReactNode][] = [
    [text.kind, words[language].incidentKind[incident.kind]],
    [
      text.when,
      <>
        {datesOf(incident, language)}
        {precise(text.datePrecision, words[language].datePrecision[incident.datePrecision])}
      </>,
    ],
    [
      text.place,
      <>
        {incident.place ?? text.notGiven}
        {precise(text.placePrecision, words[language].placePrecision[incident.placePrecision])}
      </>,
    ],
    [text.admin2, incident.admin2 ?? text.notGiven],
    [text.admin1, incident.admin1 ?? text.notGiven],
    [text.country, language === 'nl' ? country.nameNl : country.nameEn],
    [
      text.coordinates,
      coordinates
        ? text.coordinatesOf(formatNumber(coordinates.latitude, language, 4), formatNumber(coordinates.longitude, language, 4))
        : text.notGiven,
    ],
    [
      text.actors,
      <ul key="actors" className="plain-list">
        {[incident.actorA, incident.actorB].map((actor, index) => (
          <li key={index}>{actor ?? text.notGiven}</li>
        ))}
      </ul>,
    ],
    [
      text.perpetrator,
      incident.perpetratorClass === 'unknown' ? text.perpetratorUnknown : words[language].perpetrator[incident.perpetratorClass],
    ],
    [
      text.deathsAll,
      <>
        {text.deathsLine(number(incident.deathsBest), number(incident.deathsLow), number(incident.deathsHigh))}
        {precise(text.civilians, number(incident.deathsCivilians))}
        {precise(text.unknownStatus, number(incident.deathsUnknown))}
      </>,
    ],
    [text.sourceCount, number(incident.sourceCount)],
    [text.dataset, `${dataset.name}, ${incident.externalId}`],
    [text.citation, [dataset.publisher, dataset.citation, dataset.licence].filter(Boolean).join('; ')],
    [text.updated, formatMoment(updatedAt, language)],
  ]
  return (
    <section aria-labelledby="record">
      <h2 id="record">{text.record}</h2>
      <dl className="incident-record">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Sources() {
  const { sources } = useLoaderData<typeof loader>()
  const text = useText(incidentTexts)
  const language = useLanguage()
  const original = sources.find((it) => it.originalSource)?.originalSource
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{text.sources}</h2>
      <p className="small soft">{text.sourcesLead}</p>
      {sources.length === 0 ? (
        <p>{text.sourcesNone}</p>
      ) : (
        <>
          {original && (
            <p>
              {text.originalSource}: {original}
            </p>
          )}
          <ul className="plain-list rows">
            {sources.map((source, index) => (
              <li key={index}>
                {source.reportedBy ?? <span className="soft">{text.organisationNotKept}</span>}
                {source.reportedOn && ` · ${text.reportedOn.toLowerCase()} ${formatDay(source.reportedOn, language)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** What the record said before, item by item; our own summaries are left out, they only repeat the figures. */
function History() {
  const { history } = useLoaderData<typeof loader>()
  const text = useText(incidentTexts)
  const language = useLanguage()
  const names: Record<string, string> = text.column
  const rows = history.flatMap(({ replacedAt, fileName, before }) =>
    Object.entries(before)
      .filter(([column]) => !column.startsWith('summary_'))
      .map(([column, value]) => ({ replacedAt, fileName, column, value })),
  )
  return (
    <section aria-labelledby="history">
      <h2 id="history">{text.historyTitle}</h2>
      {rows.length === 0 ? (
        <p>{text.historyNone}</p>
      ) : (
        <table className="utrecht-table incident-table">
          <caption className="hidden-visually">{text.historyTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{text.historyField}</th>
              <th scope="col">{text.historyBefore}</th>
              <th scope="col">{text.historyWhen}</th>
              <th scope="col">{text.historyFile}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ replacedAt, fileName, column, value }) => (
              <tr key={`${replacedAt} ${column}`}>
                <th scope="row">{names[column] ?? column}</th>
                <td>{formerValue(value, language) ?? text.historyEmpty}</td>
                <td>{formatMoment(replacedAt, language)}</td>
                <td>{fileName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** A column's former value in words: codes of the vocabulary, days and numbers as they are shown elsewhere. */
function formerValue(value: string | number | null | string[], language: Language): string | null {
  const vocabulary = words[language]
  const codes: Record<string, string> = {
    ...vocabulary.incidentKind,
    ...vocabulary.placePrecision,
    ...vocabulary.datePrecision,
    ...vocabulary.perpetrator,
    ...vocabulary.incidentFlag,
  }
  if (Array.isArray(value)) return value.map((it) => codes[it] ?? it).join('; ') || null
  if (typeof value === 'number') return formatNumber(value, language, 6)
  if (value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, language)
  return value === null ? null : (codes[value] ?? value)
}

function Uses() {
  const { uses } = useLoaderData<typeof loader>()
  const text = useText(incidentTexts)
  return (
    <section aria-labelledby="uses">
      <h2 id="uses">{text.usedIn}</h2>
      {uses.sections.length + uses.releases.length === 0 ? (
        <p>{text.usedInNone}</p>
      ) : (
        <ul className="plain-list rows">
          {uses.releases.map((it) => (
            <li key={it.number}>
              {text.release} <Link to={`/releases/${it.number}`}>{it.number}</Link> · {it.title}
            </li>
          ))}
          {uses.sections.map((it) => (
            <li key={it.id}>
              {text.section}{' '}
              <Link to={`/sections/${it.id}`}>
                {it.number} {it.title}
              </Link>{' '}
              · {it.report}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
