import { inflateRawSync } from 'node:zlib'

/** Why a file cannot be read, as a code the interface has a sentence for. */
export type FileProblem = 'empty' | 'too-large' | 'protected' | 'old-word' | 'no-docx' | 'damaged' | 'too-large-inside'

export class FileRefused extends Error {
  override name = 'FileRefused'
  constructor(readonly problem: FileProblem) {
    super(problem)
  }
}

/** Bytes a file may have; a form can bring 16 MB. */
export const largestFile = 15 * 1024 * 1024
/** Bytes of text with its marks, unpacked: some thousand pages. */
const largestText = 40 * 1024 * 1024
/** Bytes of everything else, unpacked. Nothing is done with it, but what reads the file further is not to meet more either. */
const largestRest = 120 * 1024 * 1024
const mostFiles = 5000

/**
 * The texts inside a Word file (.docx), by name, unpacked no further than a limit whatever the file says of itself, so that nobody can fill the
 * memory with a small file.
 * @throws {FileRefused} for anything that is no sound .docx.
 */
export function openDocx(file: Buffer): Map<string, string> {
  if (file.length === 0) throw new FileRefused('empty')
  if (file.length > largestFile) throw new FileRefused('too-large')
  // The container of old Word files, and of new ones with a password.
  if (file.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1')
    throw new FileRefused(file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'protected' : 'old-word')
  if (file.subarray(0, 2).toString('latin1') !== 'PK') throw new FileRefused('no-docx')
  let texts: Map<string, string>
  try {
    texts = unpack(file)
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('damaged')
  }
  if (!texts.has('word/document.xml')) throw new FileRefused('no-docx')
  return texts
}

/** @throws when the archive is not sound: the directory at its end is missing or points outside it, or a file does not unpack. */
function unpack(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new FileRefused('damaged')
  const count = file.readUInt16LE(end + 10)
  if (count > mostFiles) throw new FileRefused('too-large-inside')
  const texts = new Map<string, string>()
  let left = largestText
  let rest = largestRest
  let at = file.readUInt32LE(end + 16)
  for (let done = 0; done < count; done++) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new FileRefused('damaged')
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, '')
    if (/\.(xml|rels)$/i.test(name)) {
      if (texts.has(name)) throw new FileRefused('damaged')
      const text = unpackOne(file, at, left)
      left -= text.length
      texts.set(name, text.toString('utf8'))
    } else rest -= unpackOne(file, at, rest).length
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return texts
}

function unpackOne(file: Buffer, at: number, most: number): Buffer {
  const method = file.readUInt16LE(at + 10)
  const size = file.readUInt32LE(at + 20)
  const local = file.readUInt32LE(at + 42)
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  const packed = file.subarray(start, start + size)
  if (packed.length !== size || (method !== 0 && method !== 8)) throw new FileRefused('damaged')
  if (method === 0) {
    if (size > most) throw new FileRefused('too-large-inside')
    return packed
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) })
  } catch (error) {
    throw new FileRefused((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large-inside' : 'damaged')
  }
}
