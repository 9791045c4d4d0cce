import { remarkTexts } from '#app/i18n/remarks.ts'
import type { RemarkPage } from '#app/services/evaluation/read-remark-page.server.ts'
import type { RemarkSide } from '#schemas/vocabulary.ts'
import { Empty, Notice, PageHead } from '../page.tsx'
import { useText } from '../use-text.ts'
import { OwnRemarks } from './own-remarks.tsx'
import { RemarkForm, type RemarkValues } from './remark-form.tsx'

type Own = RemarkPage['own'][number]
type Props = {
  side: RemarkSide
  /** As the page gets it: moments come as text. */
  reading: Omit<RemarkPage, 'own'> & { own: (Omit<Own, 'givenAt'> & { givenAt: string })[] }
  crumbs: { to: string; text: string }[]
  done: 'given' | 'withdrawn' | null
  answer: { values: RemarkValues; errors: Record<string, string | undefined>; closed: boolean } | undefined
}

/** The page on which someone speaks of the questions that a section answers: the same for both sides. */
export function RemarkPageView({ side, reading, crumbs, done, answer }: Props) {
  const text = useText(remarkTexts)
  const { place, questions, requests, own } = reading
  return (
    <>
      <PageHead crumbs={crumbs} title={text.title(place.number)} lead={text.lead[side]} />
      {done && (
        <Notice tone="ok">
          <p>{done === 'given' ? text.done : text.withdrawn}</p>
        </Notice>
      )}
      {questions.length === 0 ? (
        <Empty>
          <p>{text.noQuestions}</p>
        </Empty>
      ) : (
        <RemarkForm
          key={own.length}
          {...{ side, questions, requests }}
          given={answer?.values ?? null}
          errors={answer?.errors ?? {}}
          closed={answer?.closed ?? false}
          back={crumbs.at(-1)!.to}
        />
      )}
      <OwnRemarks own={own} questions={questions} />
    </>
  )
}
