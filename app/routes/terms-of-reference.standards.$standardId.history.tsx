import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { HistoryList } from '#app/components/standard/history-list.tsx'
import { SubPageHead } from '#app/components/standard/sub-page-head.tsx'
import { useTitles } from '#app/components/standard/use-titles.ts'
import { useText } from '#app/components/use-text.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readHistory } from '#app/services/standard-terms/read-history.server.ts'
import { readStandard } from '#app/services/standard-terms/read-standard.server.ts'

export const meta = pageTitle((language) => standardTexts[language].history.title)

export const loader = guardedLoader('standard.view', async ({ useCase, params }) => {
  const { standard, nodes } = await readStandard(useCase, params.standardId)
  return { standard, nodes, ...(await readHistory(useCase, standard.id)) }
})

export default function HistoryPage() {
  const { standard, nodes, changes, total } = useLoaderData<typeof loader>()
  const text = useText(standardTexts).history
  const titleOf = useTitles(nodes)
  return (
    <>
      <SubPageHead standard={standard} title={text.title} lead={text.lead} />
      {total > changes.length && <p>{text.shown(changes.length, total)}</p>}
      {changes.length === 0 ? (
        <Empty>
          <p>{text.empty}</p>
        </Empty>
      ) : (
        <HistoryList
          changes={changes}
          titleOf={titleOf}
          linkTo={({ questionKey }) =>
            questionKey && `/terms-of-reference/standards/${standard.id}/questions/${questionKey}#${questionKey}`
          }
        />
      )}
    </>
  )
}
