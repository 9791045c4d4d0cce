import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'

type Props<T> = {
  label: string
  hint: string
  listLabel: string
  nothing: string
  failed: string
  count: (n: number) => string
  find: (text: string, signal: AbortSignal) => Promise<T[]>
  keyOf: (item: T) => string
  show: (item: T) => { title: string; detail: string }
  onChoose: (item: T) => void
  errors?: readonly string[] | undefined
}

/** A field that finds as one types (ARIA combobox with a listbox): focus stays in the field, arrows choose, Enter takes, Escape closes. */
export function Combobox<T>(props: Props<T>) {
  const { label, hint, listLabel, find, keyOf, show, errors } = props
  const id = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [found, setFound] = useState<T[] | null>(null)
  const [failed, setFailed] = useState(false)
  const [active, setActive] = useState(-1)
  const latest = useRef(find)
  useEffect(() => {
    latest.current = find
  })

  useEffect(() => {
    if (!open) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      latest.current(text, abort.signal).then(
        (items) => {
          setFound(items)
          setActive(-1)
          setFailed(false)
        },
        () => {
          if (!abort.signal.aborted) setFailed(true)
        },
      )
    }, 200)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text, open])

  const choose = (item: T) => {
    props.onChoose(item)
    setText(show(item).title)
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = (found?.length ?? 0) - 1
    if (event.key === 'Escape' && open) {
      // Closes the list and not the dialog it stands in.
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      if (last < 0) return
      setActive(event.key === 'ArrowDown' ? (active >= last ? 0 : active + 1) : active <= 0 ? last : active - 1)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const item = open ? found?.[active] : undefined
      if (item) choose(item)
    }
  }
  const expanded = open && !!found?.length
  return (
    <div className="field combobox">
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        className={`utrecht-textbox utrecht-textbox--html-input${errors?.length ? ' utrecht-textbox--invalid' : ''}`}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={`${id}-list`}
        aria-activedescendant={expanded && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-hint${errors?.length ? ` ${id}-error` : ''}`}
        aria-invalid={errors?.length ? true : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {errors?.length ? (
        <p className="field-error" id={`${id}-error`}>
          {errors.join(' ')}
        </p>
      ) : null}
      <ul id={`${id}-list`} role="listbox" aria-label={listLabel} hidden={!expanded} className="combobox-list">
        {expanded &&
          found.map((item, index) => (
            // Keys are the field's: focus never leaves it.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={keyOf(item)}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(item)}
            >
              <span>{show(item).title}</span> <span className="soft small">{show(item).detail}</span>
            </li>
          ))}
      </ul>
      <p role="status" className="soft small">
        {failed ? props.failed : open && found ? (found.length === 0 ? props.nothing : props.count(found.length)) : ''}
      </p>
    </div>
  )
}
