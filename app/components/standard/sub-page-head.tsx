import '#app/styles/terms.css'
import '#app/styles/standard.css'
import type { ReactNode } from 'react'
import { standardTexts } from '#app/i18n/standard.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import type { StandardSummary } from '#app/services/standard-terms/read-standard.server.ts'
import { PageHead } from '../page.tsx'
import { useText } from '../use-text.ts'
import { useVersionName } from './version-name.tsx'

type Props = {
  standard: Pick<StandardSummary, 'id' | 'kind' | 'version'>
  title: ReactNode
  lead?: ReactNode
}

/** The head of a page about one version. */
export function SubPageHead({ standard, title, lead }: Props) {
  return (
    <PageHead
      crumbs={[
        { to: '/terms-of-reference', text: useText(termsTexts).title },
        { to: '/terms-of-reference/standards', text: useText(standardTexts).title },
        { to: `/terms-of-reference/standards/${standard.id}`, text: useVersionName(standard) },
      ]}
      title={title}
      lead={lead}
    />
  )
}
