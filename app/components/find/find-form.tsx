import { Form } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { useText } from '#app/components/use-text.ts'
import { findTexts } from '#app/i18n/find.ts'

/** What somebody asked to find, and to put in its place. */
export type Typed = { text: string; words: string; matchCase: boolean; wholeWord: boolean; preview: boolean }

/** Asks what to find and what to put in its place; a question only, so it is in the address. */
export function FindForm({ typed, problem }: { typed: Typed; problem: string | null }) {
  const text = useText(findTexts)
  return (
    <Form method="get" className="find-form" role="search" aria-label={text.title} noValidate>
      <TextField
        label={text.text}
        hint={text.textHint}
        name="text"
        defaultValue={typed.text}
        maxLength={200}
        required
        errors={problem ? [problem] : undefined}
      />
      <TextField label={text.words} hint={text.wordsHint} name="words" defaultValue={typed.words} maxLength={2000} />
      <div className="find-choices">
        <label>
          <input type="checkbox" name="case" value="yes" defaultChecked={typed.matchCase} /> {text.matchCase}
        </label>
        <label>
          <input type="checkbox" name="word" value="yes" defaultChecked={typed.wholeWord} /> {text.wholeWord}
        </label>
      </div>
      <div className="find-actions">
        <Button look={typed.preview ? 'secondary' : 'primary'}>{text.find}</Button>
        <Button name="preview" value="yes">
          {text.preview}
        </Button>
      </div>
    </Form>
  )
}
