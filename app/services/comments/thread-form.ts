/** A thread's form as it was filled in: what comes back with it when it will not do. */
export type ThreadForm = {
  blockId: string | null
  quote: string
  questionKey: string | null
  body: string
  nature: string
  mentions: string[]
}

/** What was filled in; an empty choice is none. */
export function readThreadForm(form: FormData): ThreadForm {
  const typed = (name: string) => String(form.get(name) ?? '')
  return {
    blockId: typed('blockId') || null,
    quote: typed('quote'),
    questionKey: typed('questionKey') || null,
    body: typed('body'),
    nature: typed('nature'),
    mentions: form.getAll('mentions').map(String).filter(Boolean),
  }
}
