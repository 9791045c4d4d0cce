import '#app/styles/section.css'
import '#app/styles/history.css'
import type { ReactNode } from 'react'
import { PageHead } from '#app/components/page.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { historyTexts } from '#app/i18n/history.ts'
import type { HistoryPlace } from '#app/services/history/read-history-place.server.ts'

/** The head of a page about a section's history; under the history itself, pages about a part of it. */
export function HistoryHead({
  place,
  title,
  lead,
  actions,
}: {
  place: HistoryPlace
  title?: string
  lead?: ReactNode
  actions?: ReactNode
}) {
  const text = useText(historyTexts)
  const foreign = place.language === useLanguage() ? undefined : place.language
  const crumbs = [
    { to: `/reports/${place.reportId}`, text: <span lang={foreign}>{place.report}</span> },
    {
      to: `/sections/${place.id}`,
      text: (
        <span lang={foreign}>
          {place.number} {place.title}
        </span>
      ),
    },
    ...(title ? [{ to: `/sections/${place.id}/history`, text: text.title }] : []),
  ]
  return <PageHead crumbs={crumbs} title={title ?? text.of(place.number)} lead={lead} actions={actions} />
}
