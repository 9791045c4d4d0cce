import type { NoteMatch } from '#app/services/sources/match-notes.server.ts'
import { postJson } from './requests.ts'

/** What the register holds of notes, asked in turns. @throws when it does not answer. */
export async function askMatches(notes: readonly string[]): Promise<NoteMatch[]> {
  const found: NoteMatch[] = []
  for (let at = 0; at < notes.length; at += 50) {
    const { matches } = await postJson<{ matches: NoteMatch[] }>('/source-items/matches', { notes: notes.slice(at, at + 50) })
    found.push(...matches)
  }
  return found
}
