const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A new stable block id: `b` and ten random letters or digits (50 bits: no clash in any report). */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return `b${Array.from(bytes, (byte) => letters[byte % letters.length]).join('')}`
}
