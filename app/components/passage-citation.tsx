import { useEffect, useRef, useState, type RefObject } from 'react'
import { releaseTexts } from '#app/i18n/releases.ts'
import { citationText } from '#editor/render/citations/passage-citation.ts'
import { Button } from './button.tsx'
import { useText } from './use-text.ts'

type CitedRelease = {
  title: string
  number: string
  releasedAt: string
  notice: string | null
  sections: { number: string; title: string; anchor: string; asOf: string }[]
}

/**
 * Offers a citation of a passage where its permanent link is followed. The link itself works without this, and for a reader who asks for another
 * tab.
 */
export function PassageCitation(props: {
  within: RefObject<HTMLElement>
  release: CitedRelease
  baseUrl: string
  today: string
}) {
  const { within, release, baseUrl, today } = props
  const text = useText(releaseTexts).reader
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLAnchorElement | null>(null)
  const [citation, setCitation] = useState('')
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    const element = within.current
    const popover = box.current
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a.permalink')
      if (!link || !popover || event.ctrlKey || event.metaKey || event.shiftKey) return
      const anchor = link.hash.slice(1)
      const heading = link.closest('section')?.getAttribute('aria-labelledby')
      const section = release.sections.find((it) => it.anchor === heading)
      if (!section) return
      setCopied(false)
      setCitation(
        citationText(
          {
            reportTitle: release.title,
            releaseNumber: release.number,
            releasedOn: release.releasedAt.slice(0, 10),
            section: `${section.number} ${section.title}`,
            asOf: section.asOf,
            anchor,
            notice: release.notice,
          },
          baseUrl,
          today,
        ),
      )
      opener.current = link
      popover.showPopover()
      const place = link.getBoundingClientRect()
      popover.style.top = `${Math.max(8, Math.min(place.bottom + 6, window.innerHeight - popover.offsetHeight - 8))}px`
      popover.style.left = `${Math.max(8, Math.min(place.left, window.innerWidth - popover.offsetWidth - 8))}px`
      popover.querySelector('button')?.focus({ preventScroll: true })
    }
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') opener.current?.focus({ preventScroll: true })
    }
    element?.addEventListener('click', onClick)
    popover?.addEventListener('toggle', onToggle)
    return () => {
      element?.removeEventListener('click', onClick)
      popover?.removeEventListener('toggle', onToggle)
    }
  }, [within, release, baseUrl, today])

  return (
    <div ref={box} popover="auto" role="dialog" aria-label={text.cite} className="passage-citation">
      <p lang="nl">{citation}</p>
      <Button type="button" onClick={() => void navigator.clipboard.writeText(citation).then(() => setCopied(true))}>
        {text.copy}
      </Button>{' '}
      <button type="button" className="link-button" onClick={() => box.current?.hidePopover()}>
        {text.close}
      </button>
      <span role="status">{copied ? text.copied : ''}</span>
    </div>
  )
}
