import type { IncidentAttributes, SectionDocument } from '#schemas/document.ts'
import type { Bilingual, Language } from '#schemas/vocabulary.ts'

/** What checks ask that does not stand in the text. Other answers are another context: make a new object, so that nothing old is remembered. */
export type CheckContext = {
  /** Of the text. */
  language: Language
  isConfidential: (sourceItemId: string) => boolean
  /** Whether the card is that incident's and says what the incident is against the whole, or why nobody can say. */
  hasContext: (incident: IncidentAttributes) => boolean
}

/** A place in the text that its writer may want to look at. */
export type Finding = {
  /** Of the innermost block that has an id; null where none was stored. */
  blockId: string | null
  /** The words it is about, shortened; empty for a block without words. */
  excerpt: string
}

/** `error`: out of place in a report; `warning`: needs evidence or another wording; `info`: to consider. No check forbids anything. */
export type Severity = 'error' | 'warning' | 'info'

/**
 * One thing looked for in a text: a rule that can be explained, with a sentence for when it holds and one for when it does not. It explains and never
 * decides; it judges the text and no person, source or statement.
 */
export type Check = {
  /** Stays what it is: what refers to a finding names it. */
  id: string
  severity: Severity
  /** What is said when nothing was found, what when something was, and what to do then. */
  holds: Bilingual
  fails: Bilingual
  advice: Bilingual
  /** Where the rule comes from. */
  source: string
  /** In reading order. Same text and context, same findings. */
  find: (document: SectionDocument, context: CheckContext) => Finding[]
}
