import { consultationTexts } from '#app/i18n/consultations.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { useText } from '../use-text.ts'

/** Where the pages below a consultation hang. */
export function useCrumbs(standard: { id: string; version: string }) {
  const texts = useText(consultationTexts)
  const terms = useText(termsTexts)
  return [
    { to: '/terms-of-reference', text: terms.title },
    { to: '/terms-of-reference/consultations', text: texts.title },
    { to: `/terms-of-reference/consultations/${standard.id}`, text: texts.one(standard.version) },
  ]
}
