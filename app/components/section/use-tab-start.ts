import { useLocation } from '@remix-run/react'
import { useMemo, useState } from 'react'
import type { TabStart } from './tabs.tsx'

/** Who posts a form comes back to the comments and stays with what they were doing; who follows a link to the findings goes there. */
const starts: Record<string, TabStart> = {
  '#comments': { tab: 'comments', focus: false },
  '#comment-body': { tab: 'comments', focus: false },
  '#findings': { tab: 'findings', focus: true },
}

/**
 * The tab of the inspector that the address asks for: a new one every time somebody goes there, also to the address they are at.
 * @param onAsked called when it is asked for on a page that is already there.
 */
export function useTabStart(onAsked: () => void): TabStart | undefined {
  const { hash, key } = useLocation()
  // Another visit (`key`) to the same address asks anew.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const start = useMemo(() => starts[hash] && { ...starts[hash] }, [hash, key])
  const [seen, setSeen] = useState(start)
  if (seen !== start) {
    setSeen(start)
    if (start) onAsked()
  }
  return start
}
