import { z } from 'zod'

/** Why somebody asks who a confidential source is; the interface has a word for each. */
export const vaultReasons = ['check-statement', 'contact-source', 'protect-source', 'legal-request', 'keep-current'] as const
export const VaultReason = z.enum(vaultReasons)
export type VaultReason = z.infer<typeof VaultReason>

const text = z.string().trim().max(2000).default('')

/** Who a confidential source is, and what must be known to deal with it safely. Only ever stored encrypted. */
export const SourceIdentity = z.object({
  name: z.string().trim().min(1).max(200),
  organisation: text,
  position: text,
  contact: text,
  /** How and through whom the source was met. */
  met: text,
  /** What the source agreed to. */
  consent: text,
  /** What could happen to the source, and what to avoid. */
  risk: text,
})
export type SourceIdentity = z.infer<typeof SourceIdentity>
export const identityFields = ['name', 'organisation', 'position', 'contact', 'met', 'consent', 'risk'] as const
