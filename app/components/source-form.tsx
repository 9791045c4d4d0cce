import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { sourceTexts } from '#app/i18n/sources.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { descriptionFields } from '#app/services/sources/source-item.ts'
import { sourceKinds } from '#schemas/vocabulary.ts'
import type { SourceErrors } from './source-fields.tsx'
import { useLanguage, useText } from './use-text.ts'

type Props = { values: Record<string, string>; errors?: SourceErrors | undefined; groups: readonly string[] }

/** The fields of a source itself: who says it, and what a reader must know of it. */
export function SourceForm({ values, errors = {}, groups }: Props) {
  const text = useText(sourceTexts)
  const language = useLanguage()
  const field = (name: string) => {
    const problem = errors[name]
    return { name, defaultValue: values[name], errors: problem && [text.problem[problem]] }
  }
  return (
    <>
      <TextField label={text.publisher} hint={text.publisherHint} maxLength={200} required {...field('name')} />
      <SelectField label={text.kind} {...field('kind')}>
        {sourceKinds.map((kind) => (
          <option key={kind} value={kind}>
            {words[language].sourceKind[kind]}
          </option>
        ))}
      </SelectField>
      <TextAreaField label={text.briefly} rows={2} maxLength={4000} {...field('description')} />
      <fieldset className="source-fieldset">
        <legend>{text.describe.heading}</legend>
        <p className="soft">{text.describe.lead}</p>
        {descriptionFields.map((name) => (
          <TextAreaField
            key={name}
            label={text.describe[name]}
            hint={text.describe.hints[name]}
            rows={3}
            maxLength={4000}
            {...field(name)}
          />
        ))}
      </fieldset>
      <TextAreaField label={text.reliability} rows={3} maxLength={4000} {...field('reliabilityNote')} />
      <TextField label={text.languages} hint={text.languagesHint} maxLength={200} {...field('languages')} />
      <TextField
        label={text.group}
        hint={text.groupHint}
        maxLength={100}
        list="independence-groups"
        {...field('independenceGroup')}
      />
      <datalist id="independence-groups">
        {groups.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
    </>
  )
}
