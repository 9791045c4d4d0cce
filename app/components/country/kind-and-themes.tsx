import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { questionKinds, themes as allThemes } from '#schemas/vocabulary.ts'
import { SelectField } from '../field.tsx'
import { useLanguage, useText } from '../use-text.ts'

type Props = {
  kind: string
  themes: readonly string[]
  kindErrors: readonly string[] | undefined
  themesErrors: readonly string[] | undefined
}

/** What kind of question it is and what it is about: for a question that the standard does not have. */
export function KindAndThemes({ kind, themes, kindErrors, themesErrors }: Props) {
  const text = useText(termsTexts).add
  const word = words[useLanguage()]
  return (
    <>
      <SelectField label={text.kind} name="kind" aria-required defaultValue={kind} errors={kindErrors}>
        {questionKinds.map((it) => (
          <option key={it} value={it}>
            {word.questionKind[it]}
          </option>
        ))}
      </SelectField>
      <fieldset>
        <legend className="utrecht-form-label">{text.themes}</legend>
        {themesErrors && <p className="field-error">{themesErrors}</p>}
        <div className="checkboxes">
          {allThemes.map((theme) => (
            <label key={theme}>
              <input type="checkbox" name="themes" value={theme} defaultChecked={themes.includes(theme)} />
              {word.theme[theme]}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}
