import type { Language as LanguageCode } from '#schemas/vocabulary.ts'
import { tokenise } from './fold.ts'
import { conceptTerm, partTerms, type Language } from './language.ts'

/** Why two texts are alike: the same word in some form, a word that is a part of both, or two words for one thing. */
export type SharedKind = 'word' | 'part' | 'concept'
export type Shared = { kind: SharedKind; here: string; there: string }
/** A text in one or both languages; the other may be empty. */
export type Wording = { nl: string; en: string }
export type Like<T> = { item: T; strength: number; shared: Shared[] }

type Trait = { kind: SharedKind; text: string }
type Profile = ReadonlyMap<string, Trait>

/** A part of a compound says less than the word, and says it beside the word. */
const kindWeight: Record<SharedKind, number> = { word: 1, part: 0.5, concept: 1 }
/** Below this two questions share little but the words every question has; measured in test/search/likeness.test.ts. */
const leastStrength = 0.12
/** One shared word makes two questions alike only when there is little else in them: "dienstplicht" alone does not. */
const leastStrengthOfOne = 0.2
const rememberedProfiles = 5000

/**
 * Makes a finder of texts that may ask the same. Each is compared by the stems of its words, the parts of its compounds and its concepts
 * in the thesaurus; what few of the texts have counts most. Nothing learned or hidden: the shared words are the whole reason.
 * @param shownIn the language of who reads the reason. @returns for a wording those of the texts that are like it, the most alike first.
 */
export function likenessFinder<T>(
  language: Language,
  texts: readonly { item: T; wording: Wording }[],
  shownIn: LanguageCode = 'nl',
): (wording: Wording) => Like<T>[] {
  const known = texts.map(({ item, wording }) => ({ item, profiles: profilesOf(language, wording) }))
  const rarity = rarityOf(known.map(({ profiles }) => Object.values(profiles)))
  return (wording) => {
    const asked = profilesOf(language, wording)
    return known
      .map(({ item, profiles }) => ({ item, ...best(asked, profiles, rarity, shownIn) }))
      .filter(({ strength, shared }) => strength >= (shared.length > 1 ? leastStrength : leastStrengthOfOne))
      .sort((a, b) => b.strength - a.strength)
  }
}

type Profiles = Partial<Record<LanguageCode, Profile>>

/** In the language that is shown where both texts are there in it, else in the other; across languages only where there is no other way. */
function best(asked: Profiles, other: Profiles, rarity: (term: string) => number, shownIn: LanguageCode) {
  const nothing = { strength: 0, shared: [] as Shared[] }
  for (const code of shownIn === 'nl' ? (['nl', 'en'] as const) : (['en', 'nl'] as const)) {
    const [here, there] = [asked[code], other[code]]
    if (here && there) return compare(here, there, rarity)
  }
  const here = asked.nl ?? asked.en
  const there = other.nl ?? other.en
  return here && there ? compare(here, there, rarity) : nothing
}

/** The cosine of the two texts' traits, each weighed by its kind and its rarity. */
function compare(a: Profile, b: Profile, rarity: (term: string) => number): { strength: number; shared: Shared[] } {
  const weight = (term: string, { kind }: Trait) => kindWeight[kind] * rarity(term)
  const length = (profile: Profile) => Math.hypot(...[...profile].map(([term, trait]) => weight(term, trait)))
  let product = 0
  const found: (Shared & { weight: number })[] = []
  for (const [term, here] of a) {
    const there = b.get(term)
    if (!there) continue
    const both = weight(term, here) * weight(term, there)
    product += both
    found.push({ kind: here.kind === there.kind ? here.kind : 'part', here: here.text, there: there.text, weight: both })
  }
  const whole = length(a) * length(b)
  return { strength: whole === 0 ? 0 : product / whole, shared: told(found) }
}

/** The strongest first; a word that was told is not told again as a part or a concept. */
function told(found: (Shared & { weight: number })[]): Shared[] {
  const shared: Shared[] = []
  for (const { kind, here, there } of found.sort((a, b) => b.weight - a.weight)) {
    const again = shared.some((it) => it.here === here || it.there === there)
    if (!again) shared.push({ kind, here, there })
  }
  return shared
}

/** How much a term tells: much when few texts have it. A term that no text has tells most. */
function rarityOf(texts: readonly (readonly Profile[])[]): (term: string) => number {
  const counts = new Map<string, number>()
  for (const profiles of texts) {
    for (const term of new Set(profiles.flatMap((profile) => [...profile.keys()]))) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return (term) => Math.log(1 + (texts.length + 1) / ((counts.get(term) ?? 0) + 1))
}

const remembered = new WeakMap<Language, Map<string, Profile>>()

function profilesOf(language: Language, wording: Wording): Profiles {
  const known = remembered.get(language) ?? new Map<string, Profile>()
  remembered.set(language, known)
  const profile = (text: string): Profile => {
    const before = known.get(text)
    if (before) return before
    if (known.size >= rememberedProfiles) known.clear()
    const made = profileOf(language, text)
    known.set(text, made)
    return made
  }
  return {
    ...(wording.nl.trim() !== '' && { nl: profile(wording.nl) }),
    ...(wording.en.trim() !== '' && { en: profile(wording.en) }),
  }
}

function profileOf(language: Language, text: string): Profile {
  const tokens = tokenise(text)
  const profile = new Map<string, Trait>()
  const put = (term: string, kind: SharedKind, words: string) => {
    const before = profile.get(term)
    if (!before || kindWeight[kind] > kindWeight[before.kind]) profile.set(term, { kind, text: words })
  }
  for (const token of tokens) {
    if (language.isStopWord(token) || token.word.length < 2) continue
    put(language.stems(token.word)[0]!, 'word', token.raw)
    for (const part of partTerms(language, token.word)) put(part, 'part', token.raw)
  }
  for (const { concept, from, to } of language.concepts(tokens)) {
    put(conceptTerm(concept.key), 'concept', text.slice(tokens[from]!.start, tokens[to - 1]!.end))
  }
  return profile
}
