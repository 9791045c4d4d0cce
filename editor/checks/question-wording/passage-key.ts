/** A passage as dismissals are compared: the same words, whatever their capitals, white space and kind of quotes. */
export const passageKey = (passage: string): string =>
  passage.normalize('NFC').toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim()
