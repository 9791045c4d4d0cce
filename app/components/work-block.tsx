import { Link } from '@remix-run/react'
import { useId, type ReactNode } from 'react'
import { homeTexts } from '#app/i18n/home.ts'
import { Empty } from './page.tsx'
import { useText } from './use-text.ts'

type Props<T> = {
  title: ReactNode
  list: { rows: readonly T[]; more: boolean }
  empty: ReactNode
  /** Where the rest of the list is. */
  all?: { to: string; text: string }
  keyOf: (row: T) => string
  children: (row: T) => ReactNode
}

/** One list of "Mijn werk", with what to do when it is empty. */
export function WorkBlock<T>({ title, list, empty, all, keyOf, children }: Props<T>) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="work-block">
      <h2 id={id}>{title}</h2>
      {list.rows.length === 0 ? (
        <Empty>
          <p>{empty}</p>
        </Empty>
      ) : (
        <ul className="plain-list rows">
          {list.rows.map((row) => (
            <li key={keyOf(row)}>{children(row)}</li>
          ))}
        </ul>
      )}
      {list.more && all && (
        <p className="work-more">
          <Link to={all.to}>{all.text}</Link>
        </p>
      )}
    </section>
  )
}

/** The big box of those who come to find something. Works without script: an ordinary form that gets the page of results. */
export function SearchBox() {
  const text = useText(homeTexts).search
  const id = useId()
  return (
    <form action="/search" method="get" role="search" className="search-box">
      <label className="utrecht-form-label" htmlFor={id}>
        {text.label}
      </label>
      <p className="field-hint" id={`${id}-hint`}>
        {text.hint}
      </p>
      <div className="search-box-row">
        <input
          id={id}
          type="search"
          name="q"
          className="utrecht-textbox utrecht-textbox--html-input"
          aria-describedby={`${id}-hint`}
          autoComplete="off"
        />
        <button className="utrecht-button utrecht-button--primary-action">{text.button}</button>
      </div>
    </form>
  )
}
