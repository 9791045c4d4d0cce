import '#app/styles/terms.css'
import { NavLink } from '@remix-run/react'
import { termsTexts } from '#app/i18n/terms.ts'
import { useText } from './use-text.ts'

/** The pages around the terms of reference, in the order of the work; each stands at `to`, and at what lies below it unless `end`. */
const places = [
  { to: '/terms-of-reference', text: 'countries', end: true },
  { to: '/terms-of-reference/standards', text: 'standard', end: false },
  { to: '/terms-of-reference/rounds', text: 'rounds', end: false },
  { to: '/terms-of-reference/wording', text: 'wording', end: false },
  { to: '/terms-of-reference/evaluation', text: 'evaluation', end: false },
  { to: '/planning', text: 'planning', end: false },
  { to: '/terms-of-reference/consultations', text: 'consultations', end: false },
] as const

/** Local navigation between the pages around the terms of reference. */
export function TermsNavigation() {
  const text = useText(termsTexts).navigation
  return (
    <nav className="terms-navigation no-print" aria-label={text.label}>
      <ul className="plain-list">
        {places.map(({ to, text: name, end }) => (
          <li key={to}>
            <NavLink to={to} end={end}>
              {text[name]}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
