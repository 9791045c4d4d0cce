import type { Language } from '#schemas/vocabulary.ts'

type Match = { id: string; data?: unknown }
type Title<Data> = (language: Language, data: Data | undefined) => string | undefined

/** A route's `meta`: the window title in the language of the page, e.g. "Terms of reference – Herkomst". */
export const pageTitle =
  <Data = unknown>(title: Title<Data>) =>
  ({ data, matches }: { data?: unknown; matches: readonly Match[] }) => {
    const root = matches.find((match) => match.id === 'root')?.data as { language?: Language } | undefined
    const own = title(root?.language ?? 'nl', data as Data | undefined)
    return [{ title: own ? `${own} – Herkomst` : 'Herkomst' }]
  }
