import { styleOf, unwrap } from './dom.ts'

/** What does not come along with a text, by how many of each. */
export type LeftOut = {
  images: number
  /** Passages that tracked changes had struck out. */
  deletions: number
  /** Passages that tracked changes had put in: they came along as ordinary text. */
  insertions: number
  comments: number
  /** Films, frames, buttons and the like. */
  objects: number
}

const nothingSeen =
  'script, style, link, meta, title, template, noscript, head > *, [hidden], .mw-editsection, [style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]'
const images = 'img, svg, canvas, picture, v\\:imagedata, v\\:shape, map'
const objects = 'object, embed, iframe, frame, video, audio, button, input, select, textarea, math'
/** The notes in the margin themselves, and the signs in the text that point to them: Word, then Google Docs. */
const comments = '[style*="mso-element:comment" i]:not([style*="comment-list" i])'
const commentSigns = '[style*="mso-element:comment-list" i], .MsoCommentReference, .msocomanchor, .msocomoff, a[href^="#cmnt"]'

/** Where words of this program lead, on a page where a section is only read: to the glossary and to what was said of them. */
const ownLinks = 'a.term[data-term], a.commented[href*="#comment-"], a.comment-sign[href*="#comment-"]'

/** Takes out of a text from elsewhere what a section has no place for, and counts it. */
export function leaveOut(body: Element): LeftOut {
  const all = (selector: string) => [...body.querySelectorAll(selector)]
  for (const element of all(nothingSeen)) element.remove()
  for (const element of all('[style]')) if (/display:\s*none|mso-hide:\s*all/.test(styleOf(element))) element.remove()
  for (const element of all(ownLinks)) unwrap(element)
  const count: LeftOut = { images: 0, deletions: 0, insertions: 0, comments: 0, objects: 0 }
  const take = (kind: keyof LeftOut, selector: string) => {
    // What stands in something that is gone already went with it, and is not counted again.
    for (const element of all(selector))
      if (element.isConnected) {
        element.remove()
        count[kind]++
      }
  }
  take('images', images)
  take('objects', objects)
  take('deletions', 'del')
  count.insertions = all('ins').length
  for (const element of all('ins')) unwrap(element)
  take('comments', comments)
  count.comments += googleComments(body)
  for (const element of all(commentSigns)) element.remove()
  return count
}

/** A comment of Google Docs is a paragraph at the end that begins with a sign, and the same sign in the text. */
function googleComments(body: Element): number {
  const notes = [...body.querySelectorAll('a[id^="cmnt"]:not([id^="cmnt_ref"])')]
  for (const note of notes) (note.closest('div') ?? note.closest('p') ?? note).remove()
  return notes.length
}
