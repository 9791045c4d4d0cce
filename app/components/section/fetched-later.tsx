import { useEffect, useState, type ComponentType } from 'react'
import { Button } from '#app/components/button.tsx'
import { useText } from '#app/components/use-text.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import { Dialog } from './dialog.tsx'
import { getJson } from './requests.ts'

type Closable = { onClose: () => void }

/** Whether the server answers at all. A browser does not fetch a module again that failed once in the same page, so that has to be known before. */
const answering = () => getJson<unknown>('/health/live', AbortSignal.timeout(10_000))

/**
 * A part of the desk whose code is fetched when it is first opened: only for what asks the server anyway, so that nothing is missing without a connection
 * that would work without one. Until it is there a dialog of the same name has the focus, and keys typed meanwhile do not end up in the text; when it cannot be
 * fetched that is said, and opening it again tries again.
 * @param useTitle what it is called, in the language of the page.
 */
export function fetchedLater<P extends Closable>(
  fetch: () => Promise<ComponentType<P>>,
  useTitle: (props: P) => string,
): ComponentType<P> {
  let fetched: ComponentType<P> | undefined
  return function FetchedLater(props: P) {
    const [Part, setPart] = useState(() => fetched)
    const [failed, setFailed] = useState(false)
    const text = useText(sectionTexts).later
    const title = useTitle(props)
    useEffect(() => {
      if (fetched) return
      let here = true
      answering()
        .then(fetch)
        .then(
          (part) => {
            fetched = part
            if (here) setPart(() => part)
          },
          () => {
            if (here) setFailed(true)
          },
        )
      return () => void (here = false)
    }, [])
    if (Part) return <Part {...props} />
    return (
      <Dialog title={title} onClose={props.onClose}>
        {/* Has the focus: who goes on typing presses no button by it. */}
        <p role="status" tabIndex={-1}>
          {failed ? text.failed : text.fetching}
        </p>
        <div className="picker-actions">
          <Button type="button" look="subtle" onClick={props.onClose}>
            {text.close}
          </Button>
        </div>
      </Dialog>
    )
  }
}
