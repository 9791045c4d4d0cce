import { Link } from '@remix-run/react'
import { countryTexts } from '#app/i18n/country.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { Notice, PageHead } from '../page.tsx'
import { useTermsTitle } from '../terms-facts.tsx'
import { useText } from '../use-text.ts'

type Props = {
  terms: { id: string; countryNl: string; countryEn: string }
  /** What was typed about it, to be copied. */
  typed?: { wordingNl: string; wordingEn: string; reason: string } | undefined
}

/** A question that was added and taken away again, for whoever came too late. */
export function RemovedQuestion({ terms, typed }: Props) {
  const text = useText(countryTexts)
  const base = `/terms-of-reference/${terms.id}`
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: useText(termsTexts).title },
          { to: base, text: useTermsTitle(terms) },
        ]}
        title={text.conflict.removedTitle}
        lead={text.conflict.removedLead}
      />
      {typed && (
        <Notice tone="error">
          <p>{text.conflict.removed}</p>
          <p lang="nl">{typed.wordingNl}</p>
          <p lang="en">{typed.wordingEn}</p>
          <p>{typed.reason}</p>
        </Notice>
      )}
      <p>
        <Link to={`${base}/history`}>{text.history.link}</Link>
      </p>
    </>
  )
}
