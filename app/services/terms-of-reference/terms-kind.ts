import { z } from 'zod'

/** Kinds that start from terms of reference; an interim update re-issues sections of a report that is there. */
export const TermsKind = z.enum(['general', 'thematic'])
export type TermsKind = z.infer<typeof TermsKind>
