import { data, redirect } from '@remix-run/node'
import { Form, useActionData, useSearchParams } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { ImportPreview } from '#app/components/import-preview.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { sourceImportTexts } from '#app/i18n/source-import.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { importReferences } from '#app/services/sources/import-references.server.ts'
import { previewImport } from '#app/services/sources/preview-import.server.ts'
import { harmless } from '#app/services/sources/references/reference.ts'
import '../styles/sources.css'

export const meta = pageTitle((language) => sourceImportTexts[language].title)

export const loader = guardedLoader('source.create', () => ({}))

export const action = guardedAction('source.create', async ({ useCase, request }) => {
  const form = await request.formData()
  const text = await fileText(form)
  if (text === undefined) return data({ kind: 'refused' as const, problem: 'unreadable' as const }, 422)
  if (text.trim() === '') return data({ kind: 'refused' as const, problem: 'needed' as const }, 422)
  const chosen = form
    .getAll('take')
    .map(Number)
    .filter(Number.isInteger)
    .map((entry) => ({ entry, duplicates: Number(form.get(`duplicates-${entry}`)) || 0 }))
  const show = async (problem: 'chooseOne' | 'more' | 'changed' | null, status: number) => {
    const preview = await previewImport(useCase, text)
    const taken = problem ? chosen.map(({ entry }) => entry) : null
    const usable = preview.lines.length > 0 || preview.problems.every(({ code }) => harmless.includes(code))
    return data({ kind: 'preview' as const, preview, text, problem, taken }, problem || usable ? status : 422)
  }
  if (form.get('intent') !== 'import') return show(null, 200)
  if (chosen.length === 0) return show('chooseOne', 422)
  try {
    const { itemIds } = await importReferences(useCase, { file: text, chosen })
    return redirect(`/sources/import?done=${itemIds.length}`)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.detail === 'more-duplicates') return show('more', 409)
    if (error.detail === 'not-in-file') return show('changed', 422)
    throw error
  }
})

/** The uploaded file's text, or what was pasted; undefined for a file that is no text. */
async function fileText(form: FormData): Promise<string | undefined> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return String(form.get('text') ?? '')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return undefined
  }
}

export const shouldRevalidate = alsoAfterRefusal

export default function ImportSources() {
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const text = useText(sourceImportTexts)
  const register = useText(sourceTexts)
  const done = Number(search.get('done'))
  return (
    <>
      <PageHead crumbs={[{ to: '/sources', text: register.title }]} title={text.title} lead={text.lead} />
      {done > 0 && !answer && <Notice tone="ok">{text.done(done)}</Notice>}
      {answer?.kind === 'refused' && <Notice tone="error">{text[answer.problem]}</Notice>}
      {answer?.kind === 'preview' && (
        <ImportPreview preview={answer.preview} file={answer.text} problem={answer.problem} taken={answer.taken} />
      )}
      {(answer?.kind !== 'preview' || answer.preview.lines.length === 0) && (
        <Form method="post" encType="multipart/form-data" noValidate>
          <TextField type="file" label={text.file} hint={text.fileHint} name="file" />
          <TextAreaField
            label={text.paste}
            name="text"
            rows={10}
            spellCheck={false}
            className="import-text"
            defaultValue={answer?.kind === 'preview' ? answer.text : ''}
          />
          <Button look="primary">{text.preview}</Button>
        </Form>
      )}
    </>
  )
}
