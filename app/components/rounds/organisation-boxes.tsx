import { useId } from 'react'
import { roundTexts } from '#app/i18n/rounds.ts'
import type { Organisation } from '#app/services/organisations/list-organisations.server.ts'
import { useLanguage, useText } from '../use-text.ts'

/** The organisations that are asked, to tick. */
export function OrganisationBoxes({
  organisations,
  chosen,
  errors,
}: {
  organisations: readonly Organisation[]
  chosen: readonly string[]
  errors: readonly string[] | undefined
}) {
  const text = useText(roundTexts).new
  const language = useLanguage()
  const id = useId()
  return (
    <fieldset aria-describedby={errors ? `${id}-hint ${id}-error` : `${id}-hint`}>
      <legend className="utrecht-form-label">{text.asked}</legend>
      <p className="field-hint" id={`${id}-hint`}>
        {text.askedHint}
      </p>
      {errors && (
        <p className="field-error" id={`${id}-error`}>
          {errors.join(' ')}
        </p>
      )}
      <div className="checkboxes">
        {organisations.map(({ code, nameNl, nameEn }) => {
          const name = language === 'nl' ? nameNl : nameEn
          return (
            <label key={code}>
              <input type="checkbox" name="asked" value={code} defaultChecked={chosen.includes(code)} />
              <span>{name === code ? code : `${name} (${code})`}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
