import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { dropVersionName, readVersionName } from '#app/services/history/drop-version-name.server.ts'

/** Takes the name of a version away. */
export const action = guardedAction('section.drop-version-name', async ({ useCase, params, permit }) => {
  permit(await readVersionName(useCase.sql, params.sectionId, params.nameId))
  await dropVersionName(useCase, params.sectionId!, params.nameId!)
  return redirect(`/sections/${params.sectionId}/history?done=dropped`)
})
