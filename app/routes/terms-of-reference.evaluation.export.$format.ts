import { DomainError } from '#app/platform/errors.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { today } from '#app/platform/today.ts'
import { evaluationCsv, reportsCsv } from '#app/services/evaluation/evaluation-csv.ts'
import { filterFrom, shownQuestions } from '#app/services/evaluation/evaluation-filter.ts'
import { evaluationHtml } from '#app/services/evaluation/evaluation-html.ts'
import { readEvaluation } from '#app/services/evaluation/read-evaluation.server.ts'

/** The evaluation to take along, with the choice of the page and all chapters: it is made anew each time. */
export const loader = guardedLoader('evaluation.view', async ({ useCase, params, request, language }) => {
  const formats: Record<string, () => [body: string, mediaType: string]> = {
    csv: () => [evaluationCsv(chosen, language), 'text/csv; charset=utf-8'],
    'reports.csv': () => [reportsCsv(chosen, language), 'text/csv; charset=utf-8'],
    html: () => [evaluationHtml(chosen, language, useCase.clock()), 'text/html; charset=utf-8'],
  }
  const format = params.format ?? ''
  if (!Object.hasOwn(formats, format)) throw new DomainError('not-found')
  const filter = { ...filterFrom(new URL(request.url).searchParams), chapter: 'all' }
  const evaluation = await readEvaluation(useCase, filter)
  const chosen = { ...evaluation, questions: shownQuestions(filter, evaluation) }
  const [body, mediaType] = formats[format]!()
  return new Response(body, {
    headers: {
      'Content-Type': mediaType,
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="evaluation-${today(useCase.clock)}.${format}"`,
    },
  })
})
