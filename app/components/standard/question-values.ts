import type { StandardQuestion } from '#app/services/standard-terms/read-standard.server.ts'

/** What a form about a question of the standard holds, as it was typed. */
export type QuestionValues = {
  nodeKey: string
  key: string
  wordingNl: string
  wordingEn: string
  kind: string
  themes: readonly string[]
  mandatory: boolean
  askedBy: readonly string[]
  rationaleNl: string
  rationaleEn: string
  formerWordingNl: string
  reason: string
}

/** Reads the form back as it was typed, also when it will not do. */
export function questionValues(form: FormData): QuestionValues {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    nodeKey: text('nodeKey'),
    key: text('key').trim(),
    wordingNl: text('wordingNl'),
    wordingEn: text('wordingEn'),
    kind: text('kind'),
    themes: form.getAll('themes').map(String),
    mandatory: form.get('mandatory') === 'yes',
    askedBy: form.getAll('askedBy').map(String),
    rationaleNl: text('rationaleNl'),
    rationaleEn: text('rationaleEn'),
    formerWordingNl: text('formerWordingNl'),
    reason: text('reason'),
  }
}

/** A question as a form about it begins. */
export function valuesOf(question: StandardQuestion): QuestionValues {
  return { ...question, formerWordingNl: question.formerWordingNl ?? '', reason: '' }
}

/** A form about a new question begins like this. */
export const emptyQuestion = (nodeKey: string): QuestionValues => ({
  nodeKey,
  key: '',
  wordingNl: '',
  wordingEn: '',
  kind: 'context',
  themes: [],
  mandatory: false,
  askedBy: [],
  rationaleNl: '',
  rationaleEn: '',
  formerWordingNl: '',
  reason: '',
})
