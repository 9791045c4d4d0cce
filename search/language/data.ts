import { z } from 'zod'

/** Layout of the language data in data/: own compilations, working material. */
const StopWords = z.looseObject({ words: z.array(z.string()), keepInPhrases: z.array(z.string()) })
const CompoundParts = z.looseObject({
  parts: z.array(
    z.object({
      part: z.string(),
      link: z.array(z.string()),
      position: z.literal('left').optional(),
      leftForms: z.array(z.string()),
      rightForms: z.array(z.string()),
    }),
  ),
  testPairs: z.array(z.object({ compound: z.string(), parts: z.array(z.string()) })),
  mustNotSplit: z.array(z.string()),
})
export const Concept = z.looseObject({
  key: z.string(),
  nl: z.array(z.string()).min(1),
  en: z.array(z.string()),
  abbreviations: z.array(z.string()),
  transliterations: z.array(z.string()),
  broader: z.string().nullable(),
  related: z.array(z.string()),
  theme: z.string(),
  /** Labels are members of a group, not synonyms of each other. */
  umbrella: z.boolean().optional(),
  /** Dated or derogatory: looked for, never shown as a suggestion. */
  deprecated: z.array(z.string()).optional(),
  /** Collide with ordinary words or other abbreviations. */
  ambiguous: z.array(z.string()).optional(),
  countries: z.array(z.string()).optional(),
})
export type Concept = z.infer<typeof Concept>
const Thesaurus = z.looseObject({ concepts: z.array(Concept) })

export type LanguageData = {
  stopWords: z.infer<typeof StopWords>
  compounds: z.infer<typeof CompoundParts>
  thesaurus: z.infer<typeof Thesaurus>
}

/** Reads and checks the data files; half a megabyte, so only when something is indexed or looked for. */
export async function readLanguageData(): Promise<LanguageData> {
  const [stopWords, compounds, thesaurus] = await Promise.all([
    import('./data/dutch-stopwords.json'),
    import('./data/compound-parts.nl.json'),
    import('./data/thesaurus.nl-en.json'),
  ])
  return {
    stopWords: StopWords.parse(stopWords.default),
    compounds: CompoundParts.parse(compounds.default),
    thesaurus: Thesaurus.parse(thesaurus.default),
  }
}
