import { Link } from '@remix-run/react'
import { formatDay, formatNumber, formatPeriod, plural } from '#app/i18n/format.ts'
import { searchTexts } from '#app/i18n/search.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { IncidentResult, PassageResult } from '#app/services/search/search-published.server.ts'
import { Citation } from './citation.tsx'
import { changeOf } from './context-card.tsx'
import { Highlighted } from './highlighted.tsx'
import { useLanguage, useText } from './use-text.ts'

/** A passage: where it stands in which report, up to when, on how many sources; the matching lines; how to cite it. */
export function PassageResultView({ result }: { result: PassageResult }) {
  const text = useText(searchTexts)
  const language = useLanguage()
  const { document, href, highlight, citation } = result
  const { kind, sourceCount, sourceKinds } = document
  const kindWord = kind in text.kind ? text.kind[kind as keyof typeof text.kind] : words[language].paragraphKind[kind as 'fact']
  const sources =
    sourceCount === 0 ? text.noSources : plural(sourceCount, text.oneSource, text.sources(formatNumber(sourceCount, language)))
  return (
    <article className="result">
      <h3 className="result-place">
        <Link to={href}>{document.breadcrumb.join(' › ')}</Link>
      </h3>
      <p className="result-facts">
        <span className="tag">{kindWord}</span>
        <span>
          {text.asOf} {formatDay(document.asOf, language)}
        </span>
        <span>
          {sources}
          {sourceKinds.length > 0 && ` (${sourceKinds.map((it) => words[language].sourceKind[it]).join(', ')})`}
        </span>
        <span>
          {document.reportTitle}, {text.release} {document.releaseNumber}
        </span>
      </p>
      {!document.current && <p className="result-superseded">{text.supersededNote}</p>}
      <p className="text result-lines" lang={document.language === language ? undefined : document.language}>
        <Highlighted segments={highlight} />
      </p>
      {document.notice && <p className="result-notice">{document.notice}</p>}
      <Citation citation={citation} />
    </article>
  )
}

/** An incident of the register, never without what it is against the whole. */
export function IncidentResultView({ result }: { result: IncidentResult }) {
  const text = useText(searchTexts)
  const language = useLanguage()
  const { document, href, highlight } = result
  const { place, admin2, admin1, country, factsFrom, factsTo, deathsLow, deathsBest, deathsHigh } = document
  const number = (value: number | null) => (value === null ? '?' : formatNumber(value, language))
  return (
    <article className="result">
      <h3 className="result-place">
        <Link to={href}>
          {[...new Set([place, admin2, admin1].filter(Boolean))].join(', ') || country},{' '}
          {factsFrom === factsTo ? formatDay(factsFrom, language) : formatPeriod(factsFrom, factsTo, language)}
        </Link>
      </h3>
      <p className="result-facts">
        <span className="tag">{words[language].incidentKind[document.kind]}</span>
        {deathsBest !== null && <span>{text.deaths(number(deathsBest), number(deathsLow), number(deathsHigh))}</span>}
        {document.sourceCount !== null && (
          <span>{plural(document.sourceCount, text.oneSource, text.sources(number(document.sourceCount)))}</span>
        )}
        <span>
          {document.dataset} {document.externalId}
        </span>
      </p>
      <p className="text result-lines">
        <Highlighted segments={highlight} />
      </p>
      <ContextLine context={result.context} />
    </article>
  )
}

function ContextLine({ context }: { context: IncidentResult['context'] }) {
  const text = useText(searchTexts)
  const language = useLanguage()
  if (!context) return null
  if ('reason' in context) {
    return (
      <p className="result-context">
        <strong>{text.noContext}:</strong> <span lang={language === 'nl' ? undefined : 'nl'}>{context.reason}</span>
      </p>
    )
  }
  const change = changeOf(context, language)
  return (
    <p className="result-context">
      <strong>{text.context}:</strong>{' '}
      {text.eventsIn(formatNumber(context.events, language), context.admin1 ?? text.wholeCountry)} (
      {formatPeriod(context.period.from, context.period.to, language)}),{' '}
      {text.against(formatNumber(context.eventsPrevious, language))}
      {change && ` (${change})`}.
    </p>
  )
}
