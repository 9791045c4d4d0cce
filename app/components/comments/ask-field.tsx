import { commentTexts } from '#app/i18n/comments.ts'
import type { Colleague } from '#app/services/comments/list-colleagues.server.ts'
import { SelectField } from '../field.tsx'
import { useText } from '../use-text.ts'

type Props = {
  colleagues: readonly Colleague[]
  /** Nobody asks themselves. */
  userId: string
  given?: string | undefined
  errors?: readonly string[] | undefined
}

/** Names a colleague of the report in a comment: it then stands on their "Mijn werk". */
export function AskField({ colleagues, userId, given, errors }: Props) {
  const text = useText(commentTexts)
  return (
    <SelectField label={text.ask} hint={text.askHint} name="mentions" defaultValue={given ?? ''} errors={errors}>
      <option value="">{text.nobody}</option>
      {colleagues
        .filter(({ id }) => id !== userId)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </SelectField>
  )
}
