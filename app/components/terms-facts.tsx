import { formatDay, formatMoment, formatPeriod } from '#app/i18n/format.ts'
import { capital, pick } from '#app/i18n/pick.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Terms } from '#app/services/terms-of-reference/read-terms.server.ts'
import { Facts, Status } from './page.tsx'
import { termsTone } from './tones.ts'
import { useLanguage, useText } from './use-text.ts'

/** A row as a page gets it: moments come as text from some loaders. */
type Shown = {
  [K in keyof Terms]: Terms[K] extends Date ? Date | string : Terms[K] extends Date | null ? Date | string | null : Terms[K]
}

/** "Terms of reference Syrië". */
export function useTermsTitle(terms: Pick<Shown, 'countryNl' | 'countryEn'>): string {
  const text = useText(termsTexts)
  return `${text.title} ${pick(terms.countryNl, terms.countryEn, useLanguage()).text}`
}

/** Kind, period, dates and who did what. */
export function TermsFacts({ terms }: { terms: Shown }) {
  const text = useText(termsTexts).facts
  const language = useLanguage()
  const word = words[language]
  const by = (name: string | null, at: Date | string | null) => at && `${name}, ${formatMoment(at, language)}`
  return (
    <Facts
      facts={[
        [
          text.status,
          <Status key="status" tone={termsTone[terms.status]}>
            {word.termsStatus[terms.status]}
          </Status>,
        ],
        [text.kind, capital(word.reportKind[terms.kind])],
        [text.period, formatPeriod(terms.periodFrom, terms.periodTo, language)],
        [text.due, formatDay(terms.dueOn, language)],
        [text.standard, text.standardVersion(terms.standardVersion)],
        [text.createdBy, by(terms.createdBy, terms.createdAt)],
        terms.handedOverAt !== null && [text.handedOver, by(terms.handedOverBy, terms.handedOverAt)],
        terms.acceptedAt !== null && [text.accepted, by(terms.acceptedBy, terms.acceptedAt)],
      ]}
    />
  )
}
