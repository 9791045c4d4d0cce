import type { SectionDocument } from '#schemas/document.ts'
import type { Check, CheckContext, Finding } from './check.ts'
import { guidanceLeft } from './guidance-left.ts'
import { incidentWithoutContext } from './incident-without-context.ts'
import { leftToFillIn } from './left-to-fill-in.ts'
import { onlyConfidential } from './only-confidential.ts'
import { statementWithoutCitation } from './statement-without-citation.ts'

/** Every check of a section's text, in the order they are shown. A new one is a file beside this one and a line here. */
export const checks: readonly Check[] = [
  guidanceLeft,
  leftToFillIn,
  statementWithoutCitation,
  incidentWithoutContext,
  onlyConfidential,
]

/** What each check found in a text; also those that found nothing, since that is worth saying. */
export const findingsOf = (document: SectionDocument, context: CheckContext): { check: Check; findings: Finding[] }[] =>
  checks.map((check) => ({ check, findings: check.find(document, context) }))
