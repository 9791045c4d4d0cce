import { Extension, type AnyExtension } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { Language } from '#schemas/vocabulary.ts'
import { cleanHtml, type Cleaned } from './clean.ts'
import { bytesOf, withNewIds } from './into-section.ts'
import { fitHeadings } from './structure.ts'

/** What became of a paste: it is in the text, or nothing of it is because it is too large or there are only pictures in it. */
export type Pasted = { kind: 'pasted'; cleaned: Cleaned } | { kind: 'too-large' } | { kind: 'only-images'; images: number }

/** Characters of HTML that are still looked at; Word writes some twenty around each that is read. */
const largestHtml = 16_000_000
/** Bytes of what comes into the text at once; a request to the server can have 2 MB. */
export const largestPaste = 1_200_000

/**
 * Makes what is pasted or dropped from other programs clean before it comes into the text. A paste comes in as one step, whole, or not at all. What
 * was copied in a section of this program stays as it is, with its citations and incidents.
 * @param language of the section.
 * @returns the extension of the editor, and a way to hear what became of a paste.
 */
export function cleanPaste(language: Language): { extension: AnyExtension; listen: (told: (pasted: Pasted) => void) => void } {
  let onPasted: (pasted: Pasted) => void = () => {}
  const extension = Extension.create({
    name: 'cleanPaste',
    addProseMirrorPlugins: () => [cleanPastePlugin(language, (pasted) => onPasted(pasted))],
  })
  return { extension, listen: (told) => void (onPasted = told) }
}

function cleanPastePlugin(language: Language, onPasted: (pasted: Pasted) => void): Plugin {
  let cleaned: Cleaned | null = null
  const tooLarge = (slice: Slice) => {
    const large = bytesOf(slice) > largestPaste
    if (large) onPasted({ kind: 'too-large' })
    else if (cleaned) onPasted({ kind: 'pasted', cleaned })
    return large
  }
  /** What cannot even be looked at, and what holds nothing to read. */
  const refused = (event: Event, data: DataTransfer | null) => {
    cleaned = null
    if (!data) return false
    const html = data.getData('text/html')
    const text = data.getData('text/plain')
    const images = [...data.files].filter((file) => file.type.startsWith('image/')).length
    if (html.length > largestHtml || text.length > largestPaste) onPasted({ kind: 'too-large' })
    else if (images > 0 && html === '' && text === '') onPasted({ kind: 'only-images', images })
    else return false
    event.preventDefault()
    return true
  }
  return new Plugin({
    key: new PluginKey('cleanPaste'),
    props: {
      handleDOMEvents: {
        paste: (_view, event) => refused(event, event.clipboardData),
        drop: (_view, event) => refused(event, event.dataTransfer),
      },
      transformPastedHTML(html) {
        const document = new DOMParser().parseFromString(html, 'text/html')
        if (isOwn(document)) return html
        cleaned = cleanHtml(document, language)
        fitHeadings(document.body)
        return document.body.innerHTML
      },
      transformPasted: (slice, view) =>
        view.dragging ? slice : new Slice(withNewIds(slice.content), slice.openStart, slice.openEnd),
      handlePaste: (_view, _event, slice) => tooLarge(slice),
      handleDrop: (_view, _event, slice, moved) => !moved && tooLarge(slice),
    },
  })
}

/**
 * Copied in a section of this program. Other editors are made with the same library and leave the same sign, but they have links or dress, which
 * a section never has but for the widths of its tables.
 */
const isOwn = (document: Document): boolean =>
  document.querySelector('[data-pm-slice]') !== null &&
  document.querySelector('a[href], [style]:not(table, colgroup, col)') === null
