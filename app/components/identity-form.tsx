import { Form } from '@remix-run/react'
import { sentenceFor } from '#app/i18n/pick.ts'
import { vaultTexts } from '#app/i18n/vault.ts'
import type { identityFields } from '#schemas/vault.ts'
import { Button } from './button.tsx'
import { TextAreaField, TextField } from './field.tsx'
import { useText } from './use-text.ts'

type Props = { itemId: string; revision: number; values: Partial<Record<string, string>>; errors?: Record<string, string> }

/** Who a confidential source is. Browsers are asked to remember nothing of it. */
export function IdentityForm({ itemId, revision, values, errors = {} }: Props) {
  const text = useText(vaultTexts)
  const field = (name: (typeof identityFields)[number]) => {
    const problem = errors[name]
    return {
      name,
      defaultValue: values[name],
      autoComplete: 'off',
      errors: problem ? [sentenceFor(text.problem, problem) ?? text.problem.other] : undefined,
    }
  }
  return (
    <Form method="post" action={`/vault/${itemId}`} noValidate autoComplete="off">
      <input type="hidden" name="revision" value={revision} />
      <TextField label={text.fields.name} maxLength={200} required {...field('name')} />
      <TextField label={text.fields.organisation} maxLength={2000} {...field('organisation')} />
      <TextField label={text.fields.position} maxLength={2000} {...field('position')} />
      {(['contact', 'met', 'consent', 'risk'] as const).map((name) => (
        <TextAreaField key={name} label={text.fields[name]} rows={2} maxLength={2000} {...field(name)} />
      ))}
      <Button look="primary">{text.save}</Button>
    </Form>
  )
}
