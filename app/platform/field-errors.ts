import type { z } from 'zod'

/** What is wrong with each field of a form, by its name: the first issue's code, for which the interface has a sentence. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) errors[String(issue.path[0] ?? '')] ??= issue.message
  return errors
}
