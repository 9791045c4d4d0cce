/** Letters that Unicode does not decompose into a base letter and a mark. */
const single: Record<string, string> = { ø: 'o', ł: 'l', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ə: 'e' }

/** Lower case without diacritics: what two spellings of one word have in common. Works for Latin and Arabic script alike. */
export function fold(text: string): string {
  // Most words are plain letters: nothing to take apart.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[øłıßæœđðþə]/g, (letter) => single[letter] ?? letter)
}

export type Token = {
  /** As it stands in the text. */
  raw: string
  /** Folded, without apostrophes and the genitive or plural `'s`. */
  word: string
  start: number
  end: number
  /** Whether it opens the text or a sentence: then its capital says nothing. */
  opens: boolean
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼʾʿ`][\p{L}\p{N}\p{M}]+)*/gu
/** Longer is no word, and engines have limits. */
const longestWord = 60

/** The words of a text with their places in it. Hyphens and slashes part words; apostrophes within a word do not. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(wordPattern)) {
    const word = fold(match[0].replace(/['’`]s$/i, '').replace(/['’ʼʾʿ`]/g, '')).replace(/[^\p{L}\p{N}]/gu, '')
    if (!word) continue
    const before = text.slice(Math.max(0, match.index - 3), match.index).trimEnd()
    tokens.push({
      raw: match[0],
      word: word.slice(0, longestWord),
      start: match.index,
      end: match.index + match[0].length,
      opens: before === '' ? tokens.length === 0 || match.index === 0 : /[.?!:"“„«]$/.test(before),
    })
  }
  return tokens
}
