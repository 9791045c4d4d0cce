import { Form, Link, NavLink, useLocation } from '@remix-run/react'
import { words } from '#app/i18n/vocabulary.ts'
import { shell } from '#app/i18n/shell.ts'
import type { Role } from '#schemas/vocabulary.ts'
import { useLanguage, useText } from './use-text.ts'

export type NavigationItem = { to: string; text: keyof (typeof shell)['nl']['nav'] }
type Person = { name: string; organisation: string; roles: readonly Role[] }

/** Product, navigation by role, language and account. Works without script. */
export function ShellHeader({ actor, navigation }: { actor: Person | null; navigation: readonly NavigationItem[] }) {
  const text = useText(shell)
  const { pathname, search } = useLocation()
  const language = useLanguage()
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <header className="shell-header">
      <div className="shell-bar">
        <Link to="/" className="shell-product">
          {text.product}
        </Link>
        {navigation.length > 0 && (
          <>
            <button type="button" className="shell-menu-button link-button" popovertarget="navigation">
              {text.menu}
            </button>
            <nav className="shell-nav" id="navigation" popover="auto" aria-label={text.mainNavigation}>
              <ul>
                {navigation.map((item) => (
                  <li key={item.to}>
                    <NavLink to={item.to} end={item.to === '/'}>
                      {text.nav[item.text]}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          </>
        )}
        <div className="shell-account">
          {actor && (
            <Link to="/account">
              {actor.name}{' '}
              <span className="soft shell-role">· {actor.roles.map((role) => words[language].role[role]).join(', ')}</span>
            </Link>
          )}
          <Form method="post" action="/language" reloadDocument>
            <input type="hidden" name="back" value={pathname + search} />
            <button className="link-button" name="language" value={other} lang={other}>
              {text.switchTo}
            </button>
          </Form>
          {actor && (
            <Form method="post" action="/sign-out" reloadDocument>
              <button className="link-button">{text.signOut}</button>
            </Form>
          )}
        </div>
      </div>
    </header>
  )
}

export function ShellFooter() {
  const text = useText(shell)
  return (
    <footer className="shell-footer">
      <p>
        {text.product}. {text.aboutFacts} <Link to="/glossary">{text.glossary}</Link>
      </p>
    </footer>
  )
}
