import type { Actor } from '#app/policies/actor.ts'
import type { Installation } from '../context.server.ts'
import type { PlacedTexts } from './placed-text.server.ts'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    installation: Installation
    actor: Actor | null
    origin: string
    nonce: string
    /** Long texts that stand in this answer's page itself and not in its data. */
    placed: PlacedTexts
    /** Hears that the answer's connection was closed. Remix's own request signal does not. */
    onClose: (heard: () => void) => void
  }
}
