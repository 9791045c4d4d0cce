import type { SearchDocument } from './engine.ts'

/** The day by which results without a query, and equals, are ordered. */
export const newestOf = (document: SearchDocument): string => (document.type === 'passage' ? document.asOf : document.factsTo)
