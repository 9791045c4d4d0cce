import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { readQuestion, readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'
import { unmarkQuestion } from '#app/services/terms-of-reference/unmark-question.server.ts'

/** Takes the mark away and shows the question where it stands. */
export const action = guardedAction('terms.return', async ({ useCase, params, permit }) => {
  const terms = await readTerms(useCase, params.termsId)
  const { question } = await readQuestion(useCase, terms.id, params.questionKey)
  const page = `/terms-of-reference/${terms.id}?question=${question.key}`
  await orShowMoved(page, async () => {
    permit(terms)
    await unmarkQuestion(useCase, { termsId: terms.id, questionKey: question.key })
  })
  return redirect(`${page}#${question.key}`)
})
