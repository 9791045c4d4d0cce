import { recogniseReference, type Reference } from './reference-address.ts'

/** What the words of a note say about its source. */
export type NoteRead = {
  /** The address or DOI in it; the last, since what comes before is often where the source itself points to. */
  reference: Reference | undefined
  /** The place in the source, as it is written: "p. 12–14", "artikel 3"; empty when none is named. */
  locator: string
  /** The words without address, place and day of visit: who, and what it is called. */
  words: string
  /** There is nothing in it but the address. */
  onlyAddress: boolean
}

const addresses = /(?:(?:https?:\/\/|www\.)|\b(?:doi:\s*)?10\.\d{4,9}\/)(?:\([^\s()]*\)|[^\s()<>])+/giu
const places =
  /(?<![\p{L}\p{N}])(?:pp?\.|blz\.|pag\.|pagina(?:['’]s)?|pages?|§+|art(?:\.|ikel|icle)|par(?:\.|agraaf|agraph)|hoofdstuk|chapter|section)\s*\p{N}[\p{N}.]*(?:\s*[-–]\s*\p{N}+)?/iu
const visits = /[,;(\s]*(?:laatst\s+)?(?:geraadpleegd|bezocht|accessed|retrieved|visited|last visited)\s[^;)]*\)?/iu

/** Reads a note as people write them; anything goes, and what is not recognised stays among the words. */
export function readNote(note: string): NoteRead {
  const found = [...note.matchAll(addresses)].map(([address]) => recogniseReference(address)).filter((it) => it !== undefined)
  const locator = places.exec(note)?.[0].replace(/[.\s]+$/, '') ?? ''
  const words = note
    .replace(addresses, ' ')
    .replace(visits, ' ')
    .replace(places, ' ')
    .replace(/\(\s*\)|[<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?:\s*[,;:.])+(?=\s*[,;:.]|\s*$)/g, '')
    .trim()
  return { reference: found.at(-1), locator, words, onlyAddress: recogniseReference(note) !== undefined && words === '' }
}
