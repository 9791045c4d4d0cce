import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react'

type Frame = { label: ReactNode; hint?: ReactNode; errors?: readonly string[] | undefined }
type Described = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** Label, hint, control and message of one form field, tied together for assistive technology. */
function FieldFrame({
  label,
  hint,
  errors,
  id: given,
  children,
}: Frame & { id?: string; children: (described: Described) => ReactNode }) {
  const made = useId()
  const id = given ?? made
  const described = [hint && `${id}-hint`, errors?.length && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className="field">
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described, 'aria-invalid': errors?.length ? true : undefined })}
      {errors?.length ? (
        <p className="field-error" id={`${id}-error`}>
          {errors.join(' ')}
        </p>
      ) : null}
    </div>
  )
}

const invalid = (errors: Frame['errors'], name: string) => (errors?.length ? `${name} ${name}--invalid` : name)

export function TextField({ label, hint, errors, ...input }: Frame & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <FieldFrame label={label} hint={hint} errors={errors} id={input.id}>
      {(described) => (
        <input {...input} {...described} className={`utrecht-textbox ${invalid(errors, 'utrecht-textbox--html-input')}`} />
      )}
    </FieldFrame>
  )
}

export function TextAreaField({ label, hint, errors, ...area }: Frame & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <FieldFrame label={label} hint={hint} errors={errors} id={area.id}>
      {(described) => (
        <textarea {...area} {...described} className={`utrecht-textarea ${invalid(errors, 'utrecht-textarea--html-textarea')}`} />
      )}
    </FieldFrame>
  )
}

export function SelectField({ label, hint, errors, children, ...select }: Frame & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <FieldFrame label={label} hint={hint} errors={errors} id={select.id}>
      {(described) => (
        <select {...select} {...described} className={`utrecht-select ${invalid(errors, 'utrecht-select--html-select')}`}>
          {children}
        </select>
      )}
    </FieldFrame>
  )
}
