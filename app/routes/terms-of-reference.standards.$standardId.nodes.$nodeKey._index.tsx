import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { ChangedValues } from '#app/components/standard/changed-values.tsx'
import { FormProblems, useSentences } from '#app/components/standard/form-problems.tsx'
import { mayStandard, standardState } from '#app/components/standard/may-standard.ts'
import { Reason } from '#app/components/standard/question-fields.tsx'
import { SubPageHead } from '#app/components/standard/sub-page-head.tsx'
import { useText } from '#app/components/use-text.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { readStandard, readStandardSummary } from '#app/services/standard-terms/read-standard.server.ts'
import { removeNode, RemovedNode } from '#app/services/standard-terms/remove-node.server.ts'
import { RenamedNode, renameNode } from '#app/services/standard-terms/rename-node.server.ts'

export const meta = pageTitle((language) => standardTexts[language].structure.changeTitle)

export const loader = guardedLoader('standard.create', async ({ useCase, actor, params }) => {
  const { standard, nodes, questions } = await readStandard(useCase, params.standardId)
  if (!mayStandard(actor, standard).change) throw redirect(`/terms-of-reference/standards/${standard.id}?moved=1`)
  const node = nodes.find((it) => it.key === params.nodeKey)
  if (!node) throw new DomainError('not-found')
  const holds = nodes.some((it) => it.parentKey === node.key) || questions.some((it) => it.nodeKey === node.key)
  return { standard, node, empty: !holds }
})

export const action = guardedAction('standard.change', async ({ useCase, params, request, permit }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const removing = form.has('remove')
  const values = { titleNl: text('titleNl'), titleEn: text('titleEn'), reason: text('reason') }
  const about = { ...values, standardId: standard.id, nodeKey: params.nodeKey, revision: Number(text('revision')) }
  const input = removing ? RemovedNode.safeParse(about) : RenamedNode.safeParse(about)
  const page = `/terms-of-reference/standards/${standard.id}`
  try {
    permit(standardState(standard))
    if (!input.success) return data({ values, errors: fieldErrors(input.error), changed: false }, 422)
    if (removing) await removeNode(useCase, input.data)
    else await renameNode(useCase, RenamedNode.parse(input.data))
    return redirect(`${page}/structure?done=${removing ? 'node-removed' : 'node-renamed'}`)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid-input')
      return data({ values, errors: { remove: error.detail ?? 'other' }, changed: false }, 422)
    if (!isMoved(error)) throw error
    if (error.detail !== 'node-changed') return redirect(`${page}?moved=1`)
    return data({ values, errors: {}, changed: true }, 409)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function NodePage() {
  const { standard, node, empty } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(standardTexts)
  const sentence = useSentences(answer?.errors)
  const now = { titleNl: node.titleNl, titleEn: node.titleEn }
  const typed = answer && { titleNl: answer.values.titleNl, titleEn: answer.values.titleEn }
  const field = (name: 'titleNl' | 'titleEn') => ({ name, defaultValue: (typed ?? now)[name], errors: sentence(name) })
  return (
    <>
      <SubPageHead standard={standard} title={`${text.structure.changeTitle}: ${node.number}`} />
      <FormProblems errors={answer?.errors} />
      {answer?.changed && typed && (
        <Notice tone="error">
          <p>{text.conflict.node}</p>
          <ChangedValues before={now} after={typed} />
        </Notice>
      )}
      <Form method="post" noValidate>
        <input type="hidden" name="revision" value={node.revision} />
        <TextField label={text.structure.titleNl} lang="nl" aria-required maxLength={200} {...field('titleNl')} />
        <TextField label={text.structure.titleEn} lang="en" aria-required maxLength={200} {...field('titleEn')} />
        <Reason defaultValue={answer?.values.reason} errors={sentence('reason')} />
        <p className="soft small">{empty ? text.structure.removeLead : text.structure.removeNot}</p>
        <div className="form-actions">
          <Button look="primary">{text.structure.saveTitle}</Button>
          {empty && (
            <Button name="remove" value="yes">
              {text.structure.remove}
            </Button>
          )}
          <Link to={`/terms-of-reference/standards/${standard.id}/structure`}>{text.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
