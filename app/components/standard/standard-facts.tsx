import { Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import type { StandardSummary } from '#app/services/standard-terms/read-standard.server.ts'
import { Facts } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { StandardStatusWord } from './version-name.tsx'

type Shown = Omit<StandardSummary, 'createdAt'>

/** Where a version stands, where it comes from and what came of it. */
export function StandardFacts({ standard }: { standard: Shown }) {
  const text = useText(standardTexts)
  const language = useLanguage()
  const day = (on: string | null) => on !== null && formatDay(on, language)
  const version = (it: { id: string; version: string }) => <Link to={`/terms-of-reference/standards/${it.id}`}>{it.version}</Link>
  return (
    <Facts
      facts={[
        [text.facts.status, <StandardStatusWord key="status" status={standard.status} />],
        standard.inForceFrom !== null && [text.facts.inForceFrom, day(standard.inForceFrom)],
        standard.withdrawnOn !== null && [text.facts.withdrawnOn, day(standard.withdrawnOn)],
        standard.successor !== null && [text.facts.successor, version(standard.successor)],
        standard.consultedOn !== null && [text.facts.consultedOn, day(standard.consultedOn)],
        standard.basedOn !== null && [text.facts.basedOn, version(standard.basedOn)],
        standard.createdBy !== null && [text.facts.createdBy, standard.createdBy],
        [text.facts.questions, text.facts.questionsCount(standard.questions, standard.mandatory)],
        [text.facts.uses, text.list.usesCount(standard.uses)],
      ]}
    />
  )
}
