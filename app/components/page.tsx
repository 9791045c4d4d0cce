import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { shell } from '#app/i18n/shell.ts'
import { useText } from './use-text.ts'

type Crumb = { to: string; text: ReactNode }

/** The head of a page: where it hangs, its one h1, what it is, and its actions. */
export function PageHead({
  crumbs = [],
  title,
  lead,
  actions,
}: {
  crumbs?: Crumb[]
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
}) {
  const text = useText(shell)
  return (
    <header className="page-head">
      <div>
        {crumbs.length > 0 && (
          <nav className="breadcrumb" aria-label={text.breadcrumb}>
            <ol>
              {crumbs.map((crumb) => (
                <li key={crumb.to}>
                  <Link to={crumb.to}>{crumb.text}</Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
        {lead && <p className="soft">{lead}</p>}
      </div>
      {actions && <div className="page-actions no-print">{actions}</div>}
    </header>
  )
}

/** A row of named facts under a page's head. */
export function Facts({ facts }: { facts: readonly (readonly [ReactNode, ReactNode] | false | null | undefined)[] }) {
  return (
    <dl className="facts">
      {facts.map(
        (fact, index) =>
          fact && (
            <div key={index}>
              <dt>{fact[0]}</dt>
              <dd>{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

type Tone = 'rest' | 'busy' | 'good' | 'bad'

/** A state in words with a shape before it, never in colour alone. */
export function Status({ tone = 'rest', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="status" data-tone={tone}>
      {children}
    </span>
  )
}

/** Something the reader must know before going on. */
export function Notice({
  tone = 'info',
  title,
  children,
}: {
  tone?: 'info' | 'ok' | 'warning' | 'error'
  title?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={`notice utrecht-alert utrecht-alert--${tone}`} data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      <div>
        {title && <h2>{title}</h2>}
        {children}
      </div>
    </div>
  )
}

/** What a list says when it is empty: why, and what to do next. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>
}
