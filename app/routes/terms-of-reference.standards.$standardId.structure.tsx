import { data, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { ButtonLink } from '#app/components/button.tsx'
import { Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { ArrangeForm } from '#app/components/standard/arrange-form.tsx'
import { FormProblems, useSentences } from '#app/components/standard/form-problems.tsx'
import { mayStandard, standardState } from '#app/components/standard/may-standard.ts'
import { orderForm } from '#app/components/standard/order-form.ts'
import { Reason } from '#app/components/standard/question-fields.tsx'
import { SubPageHead } from '#app/components/standard/sub-page-head.tsx'
import { useTitles } from '#app/components/standard/use-titles.ts'
import { useText } from '#app/components/use-text.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { arrangeNodes } from '#app/services/standard-terms/arrange-nodes.server.ts'
import { NewArrangement } from '#app/services/standard-terms/arrange-questions.server.ts'
import { reconciled } from '#app/services/standard-terms/arrangement.ts'
import { readStandard, readStandardSummary } from '#app/services/standard-terms/read-standard.server.ts'

export const meta = pageTitle((language) => standardTexts[language].structure.title)

export const loader = guardedLoader('standard.create', async ({ useCase, actor, params, request }) => {
  const { standard, nodes, chapters } = await readStandard(useCase, params.standardId)
  if (!mayStandard(actor, standard).change) throw redirect(`/terms-of-reference/standards/${standard.id}?moved=1`)
  return { standard, nodes, chapters, done: new URL(request.url).searchParams.get('done') }
})

export const action = guardedAction('standard.change', async ({ useCase, params, request, permit }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  const { moved, ...sent } = orderForm(await request.formData())
  const input = NewArrangement.safeParse({ ...sent, standardId: standard.id })
  const page = `/terms-of-reference/standards/${standard.id}`
  try {
    permit(standardState(standard))
    if (moved) return data({ ...sent, errors: {}, arranged: false })
    if (!input.success) return data({ ...sent, errors: fieldErrors(input.error), arranged: false }, 422)
    await arrangeNodes(useCase, input.data)
    return redirect(`${page}/structure?done=arranged`)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid-input')
      return data({ ...sent, errors: { order: error.detail ?? 'other' }, arranged: false }, 422)
    if (!isMoved(error)) throw error
    if (error.detail !== 'arranged') return redirect(`${page}?moved=1`)
    return data({ ...sent, errors: {}, arranged: true }, 409)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function StructurePage() {
  const { standard, nodes, chapters, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(standardTexts)
  const said: Record<string, string> = text.done
  const titleOf = useTitles(nodes)
  const sentence = useSentences(answer?.errors)
  const saved = chapters.map((chapter) => ({ group: chapter.key, items: chapter.sections.map((it) => it.key) }))
  const initial = answer ? reconciled(answer.order, saved) : saved
  const named = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, titleOf(key)]))
  const sections = chapters.flatMap((chapter) => chapter.sections)
  const base = `/terms-of-reference/standards/${standard.id}`
  return (
    <>
      <SubPageHead standard={standard} title={text.structure.title} lead={text.structure.lead} />
      {done && said[done] && (
        <Notice tone="ok">
          <p>{said[done]}</p>
        </Notice>
      )}
      <p>
        <ButtonLink to={`${base}/nodes/new`}>{text.structure.add}</ButtonLink>
      </p>
      <FormProblems errors={answer?.errors} />
      {answer?.arranged && (
        <Notice tone="error">
          <p>{text.conflict.arranged}</p>
        </Notice>
      )}
      <ArrangeForm
        key={`${standard.arrangement} ${JSON.stringify(initial)}`}
        saved={saved}
        initial={initial}
        arrangement={standard.arrangement}
        items={Object.fromEntries(
          sections.map((section) => [
            section.key,
            {
              name: titleOf(section.key),
              text: (
                <>
                  <Link to={`${base}/nodes/${section.key}`}>{titleOf(section.key)}</Link>{' '}
                  <span className="soft small">{text.structure.questions(section.asked)}</span>
                </>
              ),
            },
          ]),
        )}
        groups={named(chapters.map((it) => it.key))}
        groupLinks={`${base}/nodes/`}
        groupsMove
        empty={text.structure.empty}
        save={text.order.save}
      >
        <Reason defaultValue={answer?.reason} errors={sentence('reason')} />
      </ArrangeForm>
    </>
  )
}
