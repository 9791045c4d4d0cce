import '#app/styles/rounds.css'
import { useLoaderData } from '@remix-run/react'
import { Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { RoundsAbout } from '#app/components/rounds/rounds-about.tsx'
import { mayStandard } from '#app/components/standard/may-standard.ts'
import { StandardBoard } from '#app/components/standard/standard-board.tsx'
import { useText } from '#app/components/use-text.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { listRoundsAbout } from '#app/services/rounds/list-rounds-about.server.ts'
import { readStandard } from '#app/services/standard-terms/read-standard.server.ts'
import { coverageOf } from '#app/services/terms-of-reference/coverage.ts'
import { chapterOf, oneChapter } from '#app/services/terms-of-reference/question-tree.ts'

type Titled = { standard: { kind: 'general' | 'thematic'; version: string } }
export const meta = pageTitle<Titled>((language, data) => {
  const text = standardTexts[language]
  return data && text.versionOf(text.kind[data.standard.kind], data.standard.version)
})

export const loader = guardedLoader('standard.view', async ({ useCase, actor, params, request }) => {
  const { standard, chapters, questions: all } = await readStandard(useCase, params.standardId)
  const query = new URL(request.url).searchParams
  return {
    standard,
    chapters,
    coverage: coverageOf(all),
    ...oneChapter(chapters, all, chapterOf(chapters, all, query.get('question')) ?? query.get('chapter')),
    done: query.get('done'),
    moved: query.has('moved'),
    rounds: await listRoundsAbout(useCase, { termsId: null, standardId: standard.id }),
    mayOpenRound: allows(actor, 'round.open') && standard.status === 'draft',
    may: mayStandard(actor, standard),
  }
})

export default function StandardPage() {
  const { done, moved, rounds, mayOpenRound, ...board } = useLoaderData<typeof loader>()
  const mayOpen = mayOpenRound && rounds.every((it) => it.phase === 'closed')
  const text = useText(standardTexts)
  const said: Record<string, string> = text.done
  return (
    <StandardBoard
      {...board}
      notices={
        <>
          {moved && (
            <Notice tone="warning">
              <p>{text.moved}</p>
            </Notice>
          )}
          {done && said[done] && (
            <Notice tone="ok">
              <p>{said[done]}</p>
            </Notice>
          )}
          <RoundsAbout
            rounds={rounds}
            open={mayOpen ? `/terms-of-reference/rounds/new?standard=${board.standard.id}` : undefined}
          />
        </>
      }
    />
  )
}
