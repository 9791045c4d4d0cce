/**
 * The Snowball stemmer for Dutch (Porter's algorithm, snowballstem.org/algorithms/dutch_porter), on folded words. Written out because the engines
 * differ in what they can stem: one stem for both keeps their answers alike. It undoubles more consonants than the original, so that "bommen" and
 * "mannen" meet "bom" and "man".
 */
const vowels = 'aeiouyè'
const isVowel = (letter: string | undefined) => letter !== undefined && vowels.includes(letter)

export function stemDutch(folded: string): string {
  if (folded.length < 4 || !/^[a-z]+$/.test(folded)) return folded
  // y after a vowel or at the start, and i between vowels, count as consonants: upper case meanwhile.
  let word = folded.replace(/^y/, 'Y').replace(/([aeiou])y/g, '$1Y')
  word = word.replace(/([aeiouy])i(?=[aeiouy])/g, '$1I')
  const r1 = Math.max(3, regionAfter(word, 0))
  const r2 = regionAfter(word, regionAfter(word, 0))
  const ends = (suffix: string) => word.endsWith(suffix)
  const within = (suffix: string, from: number) => word.length - suffix.length >= from
  const cut = (suffix: string) => (word = word.slice(0, -suffix.length))
  const undouble = () => {
    if (/([bdfgklmnprst])\1$/.test(word)) word = word.slice(0, -1)
  }
  const dropEn = (suffix: string) => {
    const before = word.slice(0, -suffix.length)
    if (!within(suffix, r1) || isVowel(before.at(-1)) || before.endsWith('gem')) return false
    word = before
    undouble()
    return true
  }

  if (ends('heden')) {
    if (within('heden', r1)) word = word.slice(0, -5) + 'heid'
  } else if (ends('ene')) dropEn('ene')
  else if (ends('en')) dropEn('en')
  else if (ends('se') || ends('s')) {
    const suffix = ends('se') ? 'se' : 's'
    const before = word.at(-suffix.length - 1)
    if (within(suffix, r1) && !isVowel(before) && before !== 'j') cut(suffix)
  }

  const dropE = () => {
    if (!ends('e') || !within('e', r1) || isVowel(word.at(-2))) return false
    cut('e')
    undouble()
    return true
  }
  const droppedE = dropE()

  if (ends('heid') && within('heid', r2) && word.at(-5) !== 'c') {
    cut('heid')
    if (ends('en')) dropEn('en')
  }

  if ((ends('end') || ends('ing')) && within('end', r2)) {
    cut('end')
    if (ends('ig') && within('ig', r2) && word.at(-3) !== 'e') cut('ig')
    else undouble()
  } else if (ends('ig') && within('ig', r2) && word.at(-3) !== 'e') cut('ig')
  else if (ends('lijk') && within('lijk', r2)) {
    cut('lijk')
    dropE()
  } else if (ends('baar') && within('baar', r2)) cut('baar')
  else if (ends('bar') && within('bar', r2) && droppedE) cut('bar')

  word = word.replace(/([^aeiouyI])(aa|ee|oo|uu)([^aeiouyI])$/, (_all, a: string, double: string, b: string) => a + double[0] + b)
  return word.toLowerCase()
}

/** Where the part after the first consonant that follows a vowel begins. */
function regionAfter(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at++) if (!isVowel(word[at]) && isVowel(word[at - 1])) return at + 1
  return word.length
}
