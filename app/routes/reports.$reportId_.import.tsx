import '#app/styles/report-text.css'
import '#app/styles/report-import.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { ImportPreview } from '#app/components/report-import/import-preview.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { reportImportTexts } from '#app/i18n/report-import.ts'
import { reportTexts } from '#app/i18n/reports.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { ImportChoices, importReport } from '#app/services/imports/import-report.server.ts'
import { previewImport } from '#app/services/imports/preview-import.server.ts'
import { readTargets } from '#app/services/imports/read-targets.server.ts'
import { FileRefused } from '#app/services/imports/open-docx.ts'
import { readReportLine } from '#app/services/reports/list-reports.server.ts'
import { hubOf } from '#app/services/sections/section-hub.server.ts'

export const meta = pageTitle((language) => reportImportTexts[language].title)

export const loader = guardedLoader('report.import', async ({ useCase, params, request }) => {
  const { id, title } = await readReportLine(useCase, params.reportId)
  const into = new Set(new URL(request.url).searchParams.getAll('into'))
  const done = into.size === 0 ? [] : (await readTargets(useCase.sql, id)).filter((target) => into.has(target.id))
  return { report: { id, title }, done: done.map((target) => ({ id: target.id, name: `${target.number} ${target.title}` })) }
})

/** Looks at a file, or writes what was looked at. */
export const action = guardedAction('report.import', async ({ useCase, params, request, installation }) => {
  const report = await readReportLine(useCase, params.reportId)
  const form = await request.formData()
  if (form.get('intent') !== 'import') {
    const file = form.get('file')
    if (!(file instanceof File) || (file.size === 0 && file.name === ''))
      return data({ problem: 'needed' as const, preview: null }, 422)
    try {
      return { problem: null, preview: await previewImport(useCase, report.id, Buffer.from(await file.arrayBuffer())) }
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      return data({ problem: error.problem, preview: null }, 422)
    }
  }
  const choices = ImportChoices.safeParse({
    html: form.get('html'),
    places: form.getAll('place'),
    versions: Object.fromEntries(
      form
        .getAll('version')
        .map((it) => String(it).split(' '))
        .map(([id, version]) => [id, Number(version)]),
    ),
    append: form.get('append') === 'yes',
  })
  if (!choices.success) throw new DomainError('invalid-input')
  const outcome = await importReport(useCase, report.id, choices.data)
  if ('problems' in outcome)
    return data({ problem: null, preview: await previewImport(useCase, report.id, choices.data, outcome.problems) }, 422)
  for (const sectionId of outcome.sectionIds) hubOf(installation.sql).appended(useCase, sectionId)
  return redirect(`/reports/${report.id}/import?${new URLSearchParams(outcome.sectionIds.map((id) => ['into', id]))}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function ImportReport() {
  const { report, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(reportImportTexts)
  const reports = useText(reportTexts)
  const language = useLanguage()
  const foreign = language === 'nl' ? undefined : 'nl'
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/reports', text: reports.title },
          { to: `/reports/${report.id}`, text: <span lang={foreign}>{report.title}</span> },
        ]}
        title={text.title}
        lead={text.lead}
      />
      {done.length > 0 && !answer && (
        <Notice tone="ok">
          <p>{text.done(done.length)}</p>
          <ul className="plain-list" lang={foreign}>
            {done.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/sections/${id}`}>{name}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {answer?.preview ? (
        <ImportPreview preview={answer.preview} reportId={report.id} />
      ) : (
        <Form method="post" encType="multipart/form-data" noValidate>
          <TextField
            type="file"
            label={text.file}
            hint={text.fileHint}
            name="file"
            accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            errors={answer?.problem ? [answer.problem === 'needed' ? text.needed : text.problem[answer.problem]] : undefined}
          />
          <Button look="primary">{text.read}</Button>
        </Form>
      )}
    </>
  )
}
