import { Form } from '@remix-run/react'
import { reportTexts } from '#app/i18n/reports.ts'
import { Button } from './button.tsx'
import { SelectField, TextField } from './field.tsx'
import { useText } from './use-text.ts'

/** The form the boxes of the table of sections belong to (SectionTable): who writes them, and up to which day they go. */
export const sectionFormId = 'section-form'

type Props = {
  reportId: string
  authors: readonly { id: string; name: string }[]
  may: { assign: boolean; date: boolean }
  /** The last day that can be an as-of date. */
  today: string
}

export function SectionForm({ reportId, authors, may, today }: Props) {
  const text = useText(reportTexts)
  return (
    <Form
      method="post"
      id={sectionFormId}
      action={`/reports/${reportId}/${may.assign ? 'assign' : 'as-of'}`}
      noValidate
      className="section-form"
      aria-label={text.chosen}
    >
      <p className="soft small">{text.chooseHint}</p>
      <div className="section-form-parts">
        {may.assign && (
          <div className="section-form-part">
            <SelectField label={text.assignTo} name="authorId">
              {authors.map((author) => (
                <option key={author.id} value={author.id}>
                  {author.name}
                </option>
              ))}
              <option value="">{text.nobody}</option>
            </SelectField>
            <Button>{text.assign}</Button>
          </div>
        )}
        {may.date && (
          <div className="section-form-part">
            <TextField type="date" label={text.asOf} name="asOfDate" max={today} defaultValue={today} />
            <Button formAction={`/reports/${reportId}/as-of`}>{text.setAsOf}</Button>
          </div>
        )}
      </div>
    </Form>
  )
}
