import { crc32, inflateRawSync } from 'node:zlib'

/**
 * The files of a zip archive by name, read by its central directory and held against their checksums; for looking inside what the system makes.
 * @throws on anything that is no sound archive.
 */
export function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Error('no zip archive')
  const files = new Map<string, Buffer>()
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [method, checksum, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 16), archive.readUInt32LE(at + 20)]
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    const local = archive.readUInt32LE(at + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const packed = archive.subarray(start, start + size)
    const file = method === 0 ? packed : inflateRawSync(packed)
    if (crc32(file) !== checksum) throw new Error(`${name} is damaged`)
    files.set(name, file)
    at += 46 + nameLength + extraLength + commentLength
  }
  return files
}
