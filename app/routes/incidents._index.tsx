import type { MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Button } from '#app/components/button.tsx'
import { datesOf, placeOf } from '#app/components/context-card.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Empty, PageHead } from '#app/components/page.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { compareText, formatNumber } from '#app/i18n/format.ts'
import { incidentTexts } from '#app/i18n/incidents.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { findIncidents } from '#app/services/incidents/find-incidents.server.ts'
import { listIncidentAreas } from '#app/services/incidents/list-incident-areas.server.ts'
import { CountryCode, Day } from '#schemas/values.ts'
import { IncidentKind, incidentKinds } from '#schemas/vocabulary.ts'
import '../styles/incidents.css'

const pageSize = 50
const phrase = z
  .string()
  .trim()
  .max(200)
  .refine((value) => !value.includes('\0'))
  .catch('')
/** What is no day comes back in its field as far as it is worth showing. */
const end = z.string().transform((value) => value.slice(0, 40))
const Query = z.object({
  country: CountryCode.or(z.literal('')).catch(''),
  admin1: phrase.default(''),
  kind: IncidentKind.or(z.literal('')).catch(''),
  from: end.default(''),
  to: end.default(''),
  q: phrase.default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
type Problem = 'dayWrong' | 'periodReversed'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${incidentTexts[data?.language ?? 'nl'].title} – Herkomst` },
]

export const loader = guardedLoader('incident.view', async ({ request, useCase, language }) => {
  const query = Query.parse(Object.fromEntries(new URL(request.url).searchParams))
  const problems: { from?: Problem; to?: Problem } = {}
  for (const end of ['from', 'to'] as const) if (query[end] && !Day.safeParse(query[end]).success) problems[end] = 'dayWrong'
  if (!problems.from && !problems.to && query.from && query.to && query.from > query.to) problems.to = 'periodReversed'
  const wrong = Object.keys(problems).length > 0
  const areas = await listIncidentAreas(useCase, query.country || undefined)
  // A governorate of the country that was chosen before is no filter for this one.
  if (!areas.admin1.some((it) => it.name === query.admin1)) query.admin1 = ''
  const found = await findIncidents(useCase, {
    country: query.country || undefined,
    admin1: query.admin1 || undefined,
    kind: query.kind || undefined,
    from: (!wrong && query.from) || undefined,
    to: (!wrong && query.to) || undefined,
    text: query.q || undefined,
    offset: (query.page - 1) * pageSize,
    limit: pageSize,
  })
  return { query, problems, areas, language, ...found }
})

export default function Incidents() {
  const { areas, incidents } = useLoaderData<typeof loader>()
  const text = useText(incidentTexts)
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      {areas.countries.length === 0 ? (
        <Empty>
          <p>{text.emptyTitle}</p>
          <p>
            {text.emptyHow} <code>npm run -s herkomst -- import ucdp FILE.csv</code>
          </p>
        </Empty>
      ) : (
        <div className="columns incidents">
          <Filters />
          <section aria-labelledby="found">
            <Found />
            {incidents.length > 0 && <IncidentTable />}
            <Pages />
          </section>
        </div>
      )}
    </>
  )
}

function Filters() {
  const { query, problems, areas } = useLoaderData<typeof loader>()
  const text = useText(incidentTexts)
  const language = useLanguage()
  const compare = compareText(language)
  const countries = areas.countries
    .map((it) => ({ ...it, name: language === 'nl' ? it.nameNl : it.nameEn }))
    .sort((a, b) => compare(a.name, b.name))
  const message = (problem: Problem | undefined) => (problem ? [text[problem]] : undefined)
  return (
    // The key lets the fields follow the address when a link changes it.
    <Form method="get" className="incident-filters" aria-label={text.filters} key={JSON.stringify(query)}>
      <SelectField label={text.country} name="country" defaultValue={query.country}>
        <option value="">{text.allCountries}</option>
        {countries.map((it) => (
          <option key={it.code} value={it.code}>
            {it.name} ({formatNumber(it.incidents, language)})
          </option>
        ))}
      </SelectField>
      <SelectField
        label={text.admin1}
        name="admin1"
        defaultValue={query.admin1}
        hint={areas.admin1.length === 0 ? text.admin1Hint : undefined}
      >
        <option value="">{text.allAdmin1}</option>
        {areas.admin1.map((it) => (
          <option key={it.name} value={it.name}>
            {it.name} ({formatNumber(it.incidents, language)})
          </option>
        ))}
      </SelectField>
      <SelectField label={text.kind} name="kind" defaultValue={query.kind}>
        <option value="">{text.allKinds}</option>
        {incidentKinds.map((kind) => (
          <option key={kind} value={kind}>
            {words[language].incidentKind[kind]}
          </option>
        ))}
      </SelectField>
      <TextField label={text.from} name="from" type="date" defaultValue={query.from} errors={message(problems.from)} />
      <TextField label={text.to} name="to" type="date" defaultValue={query.to} errors={message(problems.to)} />
      <TextField label={text.text} name="q" type="search" maxLength={200} defaultValue={query.q} />
      <p className="incident-filter-actions">
        <Button look="primary">{text.apply}</Button> <Link to="/incidents">{text.clear}</Link>
      </p>
    </Form>
  )
}

function Found() {
  const { total, offset, incidents } = useLoaderData<typeof loader>()
  const text = useText(incidentTexts)
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  return (
    <p id="found" role="status" className="incident-count">
      {total === 0 || incidents.length === 0
        ? text.nothingFound
        : total === 1
          ? text.foundOne
          : text.found(number(total), number(offset + 1), number(offset + incidents.length))}
    </p>
  )
}

function IncidentTable() {
  const { incidents } = useLoaderData<typeof loader>()
  const text = useText(incidentTexts)
  const language = useLanguage()
  const number = (value: number | null) => (value === null ? '?' : formatNumber(value, language))
  return (
    // Focusable, so that a keyboard can scroll it sideways on a narrow screen.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" role="region" aria-label={text.title} tabIndex={0}>
      <table className="utrecht-table incident-table">
        <caption className="hidden-visually">{text.title}</caption>
        <thead>
          <tr>
            <th scope="col">{text.date}</th>
            <th scope="col">{text.place}</th>
            <th scope="col">{text.kind}</th>
            <th scope="col">{text.actors}</th>
            <th scope="col" className="number">
              {text.deaths} ({text.range})
            </th>
            <th scope="col">{text.remarks}</th>
          </tr>
        </thead>
        <tbody>
          {incidents.map((incident) => (
            <tr key={incident.id}>
              <td>{datesOf(incident, language)}</td>
              <th scope="row">
                <Link to={`/incidents/${incident.id}`}>{placeOf(incident)}</Link>
                {incident.placePrecision !== 'exact' && (
                  <span className="small soft incident-precision">{words[language].placePrecision[incident.placePrecision]}</span>
                )}
              </th>
              <td>{words[language].incidentKind[incident.kind]}</td>
              <td>
                {shortened(incident.actorA, text.andOthers)}
                {incident.actorB && ` – ${shortened(incident.actorB, text.andOthers)}`}
              </td>
              <td className="number">
                {number(incident.deathsBest)}{' '}
                <span className="soft">
                  ({number(incident.deathsLow)}–{number(incident.deathsHigh)})
                </span>
              </td>
              <td>
                {incident.flags.length === 0 ? (
                  <span className="soft">{text.none}</span>
                ) : (
                  incident.flags.map((flag) => words[language].incidentFlag[flag]).join('; ')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A party that is a list of a dozen groups takes a line in the table; the incident's own page names all. */
function shortened(actor: string | null, andOthers: (count: string) => string): string {
  const groups = (actor ?? '').split(', ')
  return groups.length <= 3 ? groups.join(', ') : `${groups.slice(0, 2).join(', ')} ${andOthers(String(groups.length - 2))}`
}

function Pages() {
  const { query, total, offset, limit } = useLoaderData<typeof loader>()
  const text = useText(incidentTexts)
  const last = Math.ceil(total / limit)
  if (last <= 1 && offset === 0) return null
  const to = (page: number) => {
    const kept = Object.entries({ ...query, page: String(page) }).filter(([, value]) => value !== '' && value !== '1')
    return `/incidents?${new URLSearchParams(kept.map(([name, value]) => [name, String(value)]))}`
  }
  return (
    <nav className="incident-pages" aria-label={text.pages}>
      {query.page > 1 && (
        <Link rel="prev" to={to(Math.min(query.page - 1, Math.max(last, 1)))}>
          ‹ {text.newer}
        </Link>
      )}
      <span className="soft">
        {query.page} / {Math.max(last, 1)}
      </span>
      {query.page < last && (
        <Link rel="next" to={to(query.page + 1)}>
          {text.older} ›
        </Link>
      )}
    </nav>
  )
}
