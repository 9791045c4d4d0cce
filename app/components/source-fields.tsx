import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { sourceKinds } from '#schemas/vocabulary.ts'

export type SourceErrors = Partial<Record<string, 'needed' | 'malformed' | 'name-taken'>>
type Props = {
  values?: Record<string, string> | undefined
  errors?: SourceErrors | undefined
  /** Set when the item is of a source that is known already. */
  source?: { id: string; name: string } | undefined
  /** Sources to suggest names of. */
  names?: readonly { id: string; name: string }[]
}

/** The fields of a new source item, with its source; on the register's own form and in the editor's picker. */
export function SourceFields({ values = {}, errors = {}, source, names = [] }: Props) {
  const text = useText(sourceTexts)
  const language = useLanguage()
  const field = useField(values, errors)
  return (
    <>
      <TextField label={text.itemTitle} maxLength={500} {...field('title')} />
      {source ? (
        <input type="hidden" name="sourceId" value={source.id} />
      ) : (
        <>
          <TextField
            label={text.publisher}
            hint={text.publisherHint}
            list="source-names"
            maxLength={200}
            {...field('publisher')}
          />
          <datalist id="source-names">
            {names.map((name) => (
              <option key={name.id} value={name.name} />
            ))}
          </datalist>
          <SelectField label={text.kind} {...field('kind')}>
            {sourceKinds.map((kind) => (
              <option key={kind} value={kind}>
                {words[language].sourceKind[kind]}
              </option>
            ))}
          </SelectField>
        </>
      )}
      <PublicationFields values={values} errors={errors} />
      {!source && (
        <SelectField label={text.confidentiality} hint={text.confidentialHint} {...field('confidentiality')}>
          <option value="public">{text.public}</option>
          <option value="confidential">{text.confidential}</option>
        </SelectField>
      )}
      <TextAreaField label={text.note} rows={2} maxLength={4000} {...field('reliabilityNote')} />
    </>
  )
}

/** The fields of an item that is there; of a confidential one its dates only. */
export function ItemFields({
  values = {},
  errors = {},
  confidential,
}: Omit<Props, 'source' | 'names'> & { confidential: boolean }) {
  const text = useText(sourceTexts)
  const field = useField(values, errors)
  if (confidential) return <DateFields values={values} errors={errors} checked />
  return (
    <>
      <TextField label={text.itemTitle} maxLength={500} required {...field('title')} />
      <PublicationFields values={values} errors={errors} checked />
      <TextField label={text.item.licence} maxLength={200} {...field('licence')} />
      <TextAreaField label={text.note} rows={3} maxLength={4000} {...field('reliabilityNote')} />
    </>
  )
}

type Part = Pick<Props, 'values' | 'errors'> & { checked?: boolean }

function PublicationFields({ values = {}, errors = {}, checked = false }: Part) {
  const text = useText(sourceTexts)
  const field = useField(values, errors)
  return (
    <>
      <TextField label={text.url} type="text" inputMode="url" {...field('url', text.urlWrong)} />
      <TextField label={text.item.doi} hint={text.doiHint} maxLength={300} {...field('doi', text.doiWrong)} />
      <DateFields values={values} errors={errors} checked={checked} />
      <TextField label={text.language} hint={text.languageHint} maxLength={35} {...field('language')} />
    </>
  )
}

function DateFields({ values = {}, errors = {}, checked }: Part) {
  const text = useText(sourceTexts)
  const field = useField(values, errors)
  return (
    <>
      <TextField label={text.published} hint={text.publishedHint} {...field('published', text.publishedWrong)} />
      <TextField label={text.accessed} type="date" {...field('accessedOn', text.dayWrong)} />
      {checked && <TextField label={text.checked} hint={text.checkedHint} type="date" {...field('checkedOn', text.dayWrong)} />}
    </>
  )
}

/** Name, value and message of a field. */
function useField(values: Record<string, string>, errors: SourceErrors) {
  const text = useText(sourceTexts)
  return (name: string, special?: string) => {
    const problem = errors[name]
    const errorsOf = problem && [problem === 'malformed' && special ? special : text.problem[problem]]
    return { name, defaultValue: values[name], errors: errorsOf }
  }
}
