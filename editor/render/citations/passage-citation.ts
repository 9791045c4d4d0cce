import { dateWords } from '../words.ts'

/** What a citation of a passage says. Days are `YYYY-MM-DD`. */
export type CitedPassage = {
  reportTitle: string
  releaseNumber: string
  releasedOn: string
  /** Number and title of the section, e.g. "3.8 Vrouwen". */
  section: string
  asOf: string
  /** Block id of the passage; without it the citation points at the section's release. */
  anchor?: string | undefined
  /** Says that the release is no official report, when it is none. */
  notice: string | null
}

const author = 'Ministerie van Buitenlandse Zaken'

/**
 * The set Dutch form of a citation: "Ministerie van Buitenlandse Zaken, Algemeen ambtsbericht Syrië (uitgave SYR-2026-1, 1 november 2026), par. 3.8
 * Vrouwen, peildatum 1 november 2026, https://…/releases/SYR-2026-1#b…, geraadpleegd op 23 november 2026."
 * A release with a notice is cited with it and without the ministry, so that nobody can pass a demonstration off as official.
 * @param baseUrl the address users reach the system at, without a slash at its end.
 */
export function citationText(passage: CitedPassage, baseUrl: string, consultedOn: string): string {
  const { reportTitle, releaseNumber, releasedOn, section, asOf, anchor, notice } = passage
  const day = (value: string) => dateWords(value, 'nl')
  const by = notice ? `[${notice.trim().replace(/\.$/, '')}] ` : `${author}, `
  return [
    `${by}${reportTitle} (uitgave ${releaseNumber}, ${day(releasedOn)})`,
    `par. ${section}`,
    `peildatum ${day(asOf)}`,
    baseUrl + permalink(releaseNumber, anchor),
    `geraadpleegd op ${day(consultedOn)}.`,
  ].join(', ')
}

/** The permanent path of a passage in its release. */
export const permalink = (releaseNumber: string, anchor?: string): string =>
  `/releases/${encodeURIComponent(releaseNumber)}${anchor ? `#${anchor}` : ''}`
