import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds between two keys of one author: sixty words of five letters a minute. */
export const betweenKeys = 200

/**
 * Does something over and over in the rhythm of somebody typing, each pause up to half longer or shorter, until told to stop. What takes longer
 * than a pause does not hold up the next.
 */
export async function inRhythm(work: () => unknown, goesOn: () => boolean): Promise<void> {
  await pause(Math.random() * betweenKeys)
  while (goesOn()) {
    void work()
    await pause(betweenKeys * (0.5 + Math.random()))
  }
}

const letters = 'de regering en het leger van dit land '
/** What an author types after so many letters. */
export const letterAt = (place: number): string => letters[place % letters.length]!
