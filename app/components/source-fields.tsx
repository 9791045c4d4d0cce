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

/** The fields of a source item, with its source; on the register's own form and in the editor's picker. */
export function SourceFields({ values = {}, errors = {}, source, names = [] }: Props) {
  const text = useText(sourceTexts)
  const language = useLanguage()
  const saying = (name: string, special?: string) => {
    const problem = errors[name]
    return problem && [problem === 'malformed' && special ? special : text.problem[problem]]
  }
  const field = (name: string, special?: string) => ({ name, defaultValue: values[name], errors: saying(name, special) })
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
      <TextField label={text.published} hint={text.publishedHint} {...field('published', text.publishedWrong)} />
      <TextField label={text.url} type="text" inputMode="url" {...field('url', text.urlWrong)} />
      <TextField label={text.accessed} type="date" {...field('accessedOn', text.dayWrong)} />
      <TextField label={text.language} hint={text.languageHint} maxLength={35} {...field('language')} />
      <SelectField label={text.confidentiality} hint={text.confidentialHint} {...field('confidentiality')}>
        <option value="public">{text.public}</option>
        <option value="confidential">{text.confidential}</option>
      </SelectField>
      <TextAreaField label={text.note} rows={2} {...field('reliabilityNote')} />
    </>
  )
}
