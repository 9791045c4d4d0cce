/**
 * A light English stemmer on folded words: plurals, -ing, -ed, -ly. Light on purpose: it also sees Dutch words and names, because nobody says in
 * which language a query is.
 */
export function stemEnglish(folded: string): string {
  if (folded.length < 4 || !/^[a-z]+$/.test(folded)) return folded
  let word = folded
  if (word.endsWith('ies') && word.length > 4) word = word.slice(0, -3) + 'y'
  else if (/(ss|sh|ch|x|z)es$/.test(word)) word = word.slice(0, -2)
  else if (word.endsWith('s') && !/(ss|us|is)$/.test(word)) word = word.slice(0, -1)
  for (const suffix of ['ing', 'ed']) {
    const rest = word.slice(0, -suffix.length)
    if (!word.endsWith(suffix) || rest.length < 3 || !/[aeiouy]/.test(rest)) continue
    return /([^lsz])\1$/.test(rest) ? rest.slice(0, -1) : rest.replace(/e$/, '')
  }
  if (word.endsWith('ly') && word.length > 5) return word.slice(0, -2)
  return word.length > 4 ? word.replace(/e$/, '') : word
}
