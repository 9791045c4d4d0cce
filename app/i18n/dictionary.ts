import type { Language } from '#schemas/vocabulary.ts'

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Widened<T[K]> }

/**
 * A page's texts in both languages. Dutch is written first and decides the keys; English must have exactly the same ones, or the types do not
 * pass. A text with a number or a name in it is a function.
 */
export function dictionary<const T extends object>(both: { nl: T; en: Widened<T> }): Record<Language, Widened<T>> {
  return both as unknown as Record<Language, Widened<T>>
}
