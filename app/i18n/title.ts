import type { Language } from '#schemas/vocabulary.ts'

type MetaArguments = { matches: { id: string; data?: unknown }[] }

/** A page's `meta`: its title in the language it is shown in, then the product. */
export const titleMeta =
  (title: Record<Language, string>) =>
  ({ matches }: MetaArguments) => {
    const root = matches.find((match) => match?.id === 'root')?.data as { language?: Language } | undefined
    return [{ title: `${title[root?.language ?? 'nl']} – Herkomst` }]
  }
