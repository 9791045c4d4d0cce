const signs: Record<string, string> = { '‘': "'", '’': "'", '“': '"', '”': '"' }
const known = new Map<string, string>()

/**
 * The text in plain small letters, unit for unit: places in it are places in the original. "Één" becomes "een", a letter of another script "x".
 * Rules are matched on this: ASCII patterns are many times quicker than ones that know every script, and "\b" is then the border of every word.
 */
export function fold(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    folded += code < 128 ? String.fromCharCode(code >= 65 && code <= 90 ? code + 32 : code) : foldUnit(text[at]!)
  }
  return folded
}

function foldUnit(unit: string): string {
  let plain = known.get(unit)
  if (plain === undefined) {
    const first = unit.normalize('NFD').charAt(0).toLowerCase()
    plain = signs[unit] ?? (/[a-z]/.test(first) ? first : /[\p{L}\p{M}]/u.test(unit) ? 'x' : unit)
    known.set(unit, plain)
  }
  return plain
}
