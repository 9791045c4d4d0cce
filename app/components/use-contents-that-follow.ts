import { useEffect, type RefObject } from 'react'

/** Marks, in a table of contents, the heading being read. Without script the contents just stand there. */
export function useContentsThatFollow(reading: RefObject<HTMLElement>, contents: RefObject<HTMLElement>): void {
  useEffect(() => {
    const links = new Map([...(contents.current?.querySelectorAll('a') ?? [])].map((link) => [link.hash.slice(1), link]))
    const headings = [...(reading.current?.querySelectorAll('h2[id],h3[id],h4[id],h5[id],h6[id]') ?? [])].filter((it) =>
      links.has(it.id),
    )
    let current: HTMLElement | undefined
    const follow = () => {
      // The last heading above the upper third of the window is the one being read.
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < window.innerHeight / 3)
      const link = links.get(passed.at(-1)?.id ?? headings[0]?.id ?? '')
      if (link === current) return
      current?.removeAttribute('aria-current')
      link?.setAttribute('aria-current', 'location')
      if (link && contents.current) keepInSight(link, contents.current)
      current = link
    }
    const observer = new IntersectionObserver(follow, { rootMargin: '0px 0px -66% 0px' })
    for (const heading of headings) observer.observe(heading)
    return () => observer.disconnect()
  }, [reading, contents])
}

/** Scrolls the list itself and never the page: a reader who follows a link must stay where it leads. */
function keepInSight(link: HTMLElement, list: HTMLElement): void {
  const [inner, outer] = [link.getBoundingClientRect(), list.getBoundingClientRect()]
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom
}
