import { useRouteLoaderData } from '@remix-run/react'
import type { Language } from '#schemas/vocabulary.ts'

/** The language this page is shown in. */
export function useLanguage(): Language {
  const root = useRouteLoaderData('root') as { language?: Language } | undefined
  return root?.language ?? 'nl'
}

/** A dictionary's texts in the language of this page. */
export function useText<T>(dictionary: Record<Language, T>): T {
  return dictionary[useLanguage()]
}
