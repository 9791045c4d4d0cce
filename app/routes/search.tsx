import { Form, Link, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Empty, Notice, PageHead } from '#app/components/page.tsx'
import { IncidentResultView, PassageResultView } from '#app/components/search-result.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { compareText, formatNumber } from '#app/i18n/format.ts'
import { searchTexts } from '#app/i18n/search.ts'
import { pageTitle } from '#app/components/page-title.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { listCountryNames } from '#app/services/search/list-country-names.server.ts'
import { readSearchInput, type Ignored, type SearchInput } from '#app/services/search/search-input.server.ts'
import {
  pageSize,
  searchPublished,
  type IncidentResult,
  type PassageResult,
} from '#app/services/search/search-published.server.ts'
import '../styles/search.css'

export const meta = pageTitle((language) => searchTexts[language].title)

export const loader = guardedLoader('search.use', async ({ request, useCase, installation, language }) => {
  const { input, problems, ignored } = readSearchInput(new URL(request.url).searchParams)
  const periodWrong = Object.keys(problems).length > 0
  const filtered = Boolean(input.country || input.theme || input.type || input.superseded || input.from || input.to)
  const asked = input.q !== '' || filtered
  const answer = asked
    ? await searchPublished(
        useCase,
        installation.search,
        { ...input, from: (!periodWrong && input.from) || undefined, to: (!periodWrong && input.to) || undefined },
        { baseUrl: installation.config.baseUrl, language },
      )
    : null
  const codes = new Set([...Object.keys(answer?.facets.country ?? {}), ...(input.country ? [input.country] : [])])
  const countries = await listCountryNames(useCase, [...codes], language)
  return { input, problems, ignored, filtered, answer, countries, pageSize }
})

export default function Search() {
  const { answer, input } = useLoaderData<typeof loader>()
  const text = useText(searchTexts)
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      {/* The key lets the fields follow the address when a link changes it. */}
      <Form method="get" role="search" className="search-form" key={JSON.stringify(input)}>
        <QueryField />
        <Filters />
      </Form>
      {answer ? <Answer /> : <Start />}
    </>
  )
}

function QueryField() {
  const { input } = useLoaderData<typeof loader>()
  const text = useText(searchTexts)
  return (
    <div className="search-query">
      <TextField label={text.query} hint={text.hint} name="q" type="search" maxLength={2000} defaultValue={input.q} />
      <Button look="primary">{text.submit}</Button>
    </div>
  )
}

function Filters() {
  const { input, problems, countries, answer, filtered } = useLoaderData<typeof loader>()
  const text = useText(searchTexts)
  const language = useLanguage()
  const counted = (name: string, count: number | undefined) => (answer ? `${name} (${formatNumber(count ?? 0, language)})` : name)
  const compare = compareText(language)
  const themes = Object.entries(words[language].theme).sort(([, a], [, b]) => compare(a, b))
  const shownThemes = answer ? themes.filter(([code]) => answer.facets.theme[code] || code === input.theme) : themes
  const message = (problem: 'dayWrong' | 'periodReversed' | undefined) => (problem ? [text[problem]] : undefined)
  return (
    <fieldset className="search-filters">
      <legend className="hidden-visually">{text.filters}</legend>
      <SelectField label={text.country} name="country" defaultValue={input.country}>
        <option value="">{text.allCountries}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {counted(name, answer?.facets.country[code])}
          </option>
        ))}
      </SelectField>
      <SelectField label={text.theme} name="theme" defaultValue={input.theme}>
        <option value="">{text.allThemes}</option>
        {shownThemes.map(([code, name]) => (
          <option key={code} value={code}>
            {counted(name, answer?.facets.theme[code])}
          </option>
        ))}
      </SelectField>
      <SelectField label={text.type} name="type" defaultValue={input.type}>
        <option value="">{text.allTypes}</option>
        {(['passage', 'incident'] as const).map((type) => (
          <option key={type} value={type}>
            {counted(text[type], answer?.facets.type[type])}
          </option>
        ))}
      </SelectField>
      <TextField label={text.from} name="from" type="date" defaultValue={input.from} errors={message(problems.from)} />
      <TextField label={text.to} name="to" type="date" defaultValue={input.to} errors={message(problems.to)} />
      <label className="search-superseded">
        <input type="checkbox" name="superseded" value="yes" defaultChecked={input.superseded} /> {text.superseded}
      </label>
      {filtered && <Link to={addressOf({ q: input.q })}>{text.clear}</Link>}
    </fieldset>
  )
}

function Answer() {
  const { answer, input, ignored, problems, pageSize } = useLoaderData<typeof loader>()
  const text = useText(searchTexts)
  const language = useLanguage()
  if (!answer) return null
  const number = (value: number) => formatNumber(value, language)
  const first = (input.page - 1) * pageSize + 1
  const last = Math.ceil(answer.total / pageSize)
  const names: Record<Ignored, string> = { country: text.country, theme: text.theme, type: text.type, page: text.page }
  return (
    <section aria-labelledby="results">
      <h2 id="results" className="hidden-visually">
        {text.results}
      </h2>
      <p role="status" className="search-count">
        {answer.total === 0
          ? text.nothing
          : answer.total === 1
            ? text.foundOne
            : answer.results.length === 0
              ? text.foundAll(number(answer.total))
              : text.found(
                  number(answer.total),
                  number(Math.min(first, answer.total)),
                  number(Math.min(first + pageSize - 1, answer.total)),
                )}
      </p>
      {answer.understood.length > 0 && (
        <p className="search-understood">
          {text.understood}: {answer.understood.join(' · ')}
        </p>
      )}
      {answer.fallback && <Notice tone="warning">{text.fallback}</Notice>}
      {answer.shortened && <Notice>{text.shortened}</Notice>}
      {(problems.from || problems.to) && <Notice tone="error">{text.periodIgnored}</Notice>}
      {ignored.length > 0 && (
        <Notice tone="warning">{text.ignored(ignored.map((it) => names[it].toLowerCase()).join(', '))}</Notice>
      )}
      {answer.total === 0 ? (
        <NothingFound />
      ) : answer.results.length === 0 ? (
        <Empty>
          <p>{text.pageGone(number(last))}</p>
          <p>
            <Link to={addressOf({ ...input, page: 1 })}>{text.toFirst}</Link>
          </p>
        </Empty>
      ) : (
        <>
          <ol className="plain-list rows results" start={first}>
            {answer.results.map((result) => (
              <li key={result.document.id}>
                {'citation' in result ? (
                  <PassageResultView result={result as PassageResult} />
                ) : (
                  <IncidentResultView result={result as IncidentResult} />
                )}
              </li>
            ))}
          </ol>
          <Pages last={last} />
        </>
      )}
    </section>
  )
}

function NothingFound() {
  const { input, filtered, countries } = useLoaderData<typeof loader>()
  const text = useText(searchTexts)
  const language = useLanguage()
  const country = countries.find((it) => it.code === input.country)?.name ?? input.country
  const asked = [
    input.q && `“${input.q.length > 200 ? `${input.q.slice(0, 200)}…` : input.q}”`,
    country,
    input.theme && words[language].theme[input.theme],
    input.type && text[input.type].toLowerCase(),
    (input.from || input.to) && `${input.from || '…'} – ${input.to || '…'}`,
  ].filter(Boolean)
  return (
    <Empty>
      <p className="search-asked">
        {text.searchedFor}: {asked.join(' · ')}
      </p>
      <p>{text.nothingMeans}</p>
      <h3>{text.tryTitle}</h3>
      <ul>
        <li>{text.tryFewer}</li>
        {/["“”„]/.test(input.q) && <li>{text.tryQuotes}</li>}
        {filtered && input.q && (
          <li>
            <Link to={addressOf({ q: input.q })}>{text.tryFilters}</Link>
          </li>
        )}
        {!input.superseded && (
          <li>
            <Link to={addressOf({ ...input, superseded: true, page: 1 })}>{text.tryOld}</Link>
          </li>
        )}
      </ul>
    </Empty>
  )
}

function Start() {
  const text = useText(searchTexts)
  return (
    <section className="search-start">
      <h2>{text.startTitle}</h2>
      <p>{text.startBody}</p>
      <p>{text.startGaps}</p>
    </section>
  )
}

function Pages({ last }: { last: number }) {
  const { input } = useLoaderData<typeof loader>()
  const text = useText(searchTexts)
  const language = useLanguage()
  if (last <= 1) return null
  return (
    <nav className="search-pages" aria-label={text.pages}>
      {input.page > 1 && (
        <Link rel="prev" to={addressOf({ ...input, page: input.page - 1 })}>
          ‹ {text.previous}
        </Link>
      )}
      <span className="soft">
        {formatNumber(input.page, language)} / {formatNumber(last, language)}
      </span>
      {input.page < last && (
        <Link rel="next" to={addressOf({ ...input, page: input.page + 1 })}>
          {text.next} ›
        </Link>
      )}
    </nav>
  )
}

/** The address of a search: everything asked is in it, and nothing that is not. */
function addressOf({ page, superseded, ...rest }: Partial<SearchInput>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) if (value) parameters.set(name, value)
  if (superseded) parameters.set('superseded', 'yes')
  if (page && page > 1) parameters.set('page', String(page))
  return `/search?${parameters}`
}
