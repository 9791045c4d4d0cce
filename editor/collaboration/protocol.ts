import { z } from 'zod'

/**
 * What browser and server say to each other about one section's text. The server is the only judge of the order: a page sends steps with the
 * version they were made on, and either they become the next versions or the page first gets what it missed.
 */

/** One open page. Together with who sent it, it tells a page's own steps from all others. */
export const ClientId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

/** Most steps in one request; a page with more sends them one request after the other. */
export const mostSteps = 500

export const SentSteps = z.object({
  editorVersion: z.number().int(),
  version: z.number().int().min(0),
  clientId: ClientId,
  steps: z
    // ProseMirror takes anything else for an empty slice.
    .array(z.looseObject({ stepType: z.string(), slice: z.looseObject({}).optional() }))
    .min(1)
    .max(mostSteps),
})
export type SentSteps = z.infer<typeof SentSteps>

/** Steps after version `from`, and for each `person/page`. */
export const Missed = z.object({ from: z.number().int(), steps: z.array(z.unknown()), clients: z.array(z.string()) })
export type Missed = z.infer<typeof Missed>

/** Where somebody is: in which section, and in the text at which version their caret stands. */
export const Presence = z.object({
  clientId: ClientId,
  version: z.number().int().min(0),
  anchor: z.number().int().min(0),
  head: z.number().int().min(0),
})
export type Presence = z.infer<typeof Presence>

/** A colleague in this report, as the others see them. */
export const Person = Presence.extend({
  /** `person/page`. */
  client: z.string(),
  name: z.string(),
  sectionId: z.string(),
  number: z.string(),
  gone: z.boolean(),
})
export type Person = z.infer<typeof Person>
