import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { exportStandard } from '#app/services/standard-terms/export-standard.server.ts'

/** The version as a JSON file, in the layout that can be imported again. */
export const loader = guardedLoader('standard.view', async ({ useCase, params }) => {
  const file = await exportStandard(useCase, params.standardId)
  const name = `standard-terms-${file.kind}-${file.version}.json`
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
})
