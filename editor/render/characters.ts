const unprintable = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu

/**
 * The text with � for what no XML, HTML or PDF may hold: control characters, halves of surrogate pairs and code points that are no characters.
 * The reader sees that something stood there.
 */
export const printable = (text: string): string => text.replace(unprintable, '\uFFFD')

/** A language tag that every back end understands, or undefined: "mul" and "und" name no language to pronounce. */
export const usableLanguage = (tag: unknown): string | undefined =>
  typeof tag === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag) && !/^(mul|und|mis|zxx)\b/.test(tag) ? tag : undefined

/** The text of an attribute that may hold anything. */
export const stringOf = (value: unknown): string => (typeof value === 'string' ? printable(value) : '')

/** Whether a language is written from right to left. */
export const isRightToLeft = (tag: string): boolean => /^(ar|arc|ckb|dv|fa|he|prs|ps|sd|syr|ug|ur|yi)(-|$)/.test(tag)
