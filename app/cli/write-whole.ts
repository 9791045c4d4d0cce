import { rename, rm, writeFile } from 'node:fs/promises'
import { OperatorError } from '#app/platform/errors.ts'

/** The file is there whole or not at all: written beside its place and moved into it. @throws {OperatorError} when it cannot be written. */
export async function writeWhole(path: string, content: Buffer | string): Promise<void> {
  const beside = `${path}.${process.pid}.part`
  try {
    await writeFile(beside, content)
    await rename(beside, path)
  } catch (cause) {
    await rm(beside, { force: true })
    throw new OperatorError(`${path} cannot be written: ${(cause as Error).message}.`)
  }
}
