import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { readQuestion, readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'
import { restoreQuestion } from '#app/services/terms-of-reference/restore-question.server.ts'

/** Puts a dropped question back, or a reworded one as the standard has it, and shows it where it stands. */
export const action = guardedAction('terms.change', async ({ useCase, params, request, permit }) => {
  const terms = await readTerms(useCase, params.termsId)
  const { question } = await readQuestion(useCase, terms.id, params.questionKey)
  const revision = Number((await request.formData()).get('revision') ?? question.revision)
  const page = `/terms-of-reference/${terms.id}?question=${question.key}`
  await orShowMoved(page, async () => {
    permit(terms)
    await restoreQuestion(useCase, { termsId: terms.id, questionKey: question.key, revision })
  })
  return redirect(`${page}#${question.key}`)
})
