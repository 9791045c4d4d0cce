import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { seeHandOver } from '#app/services/hand-over/see-hand-over.server.ts'

/** The new author has seen that a section is theirs; back to where that was said. */
export const action = guardedAction('section.see-hand-over', async ({ useCase, params, request }) => {
  await seeHandOver(useCase, params.sectionId)
  const form = await request.formData()
  return redirect(form.get('back') === 'home' ? '/' : `/sections/${params.sectionId!}?done=seen`)
})
