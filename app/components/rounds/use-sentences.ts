import { roundTexts } from '#app/i18n/rounds.ts'
import { useText } from '../use-text.ts'

/** The sentence beside a field that will not do, by the code of what is wrong, or else by the field's name (`outcome.3` is an `outcome`). */
export function useSentences(errors: Record<string, string | undefined>) {
  const sentences: Record<string, string> = useText(roundTexts).errors
  const sentence = (field: string): string[] | undefined => {
    const code = errors[field]
    if (code === undefined) return undefined
    const own = field.split('.')[0] ?? field
    return [sentences[code] ?? sentences[own] ?? sentences.other ?? code]
  }
  return { sentence, problems: [...new Set(Object.keys(errors).flatMap((field) => sentence(field) ?? []))] }
}
