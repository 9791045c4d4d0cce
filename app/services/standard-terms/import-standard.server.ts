import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { parseJsonWithPlaces } from '#app/platform/json-with-places.ts'
import type { Actor } from '#app/policies/actor.ts'
import { StandardKind } from '#schemas/standard-terms.ts'
import { checkStandardFile, type FileError } from './check-standard-file.ts'
import { keepChange } from './keep-change.server.ts'
import { ChangeReason } from './question-fields.ts'
import { writeTree } from './write-tree.server.ts'

/** In bytes; the standard that comes with the product has 90,000. */
export const largestFile = 4_000_000

export const ImportedStandard = z.object({
  /** The file as it was chosen or typed. */
  text: z.string().min(1, 'file-needed').max(largestFile, 'file-too-large'),
  /** Where the file does not say: general. */
  kind: StandardKind.optional(),
  reason: ChangeReason,
})
export type ImportedStandard = z.infer<typeof ImportedStandard>

/**
 * Brings a version in from JSON, as a draft; what is in force stays. It goes back to the version of its kind that is in force, so that it can be
 * compared with that one.
 * @returns its id.
 * @throws {DomainError} `invalid-input` (`import-refused`) with every error and its place in `data.errors` (`FileError[]`); nothing was saved then.
 */
export async function importStandard(
  useCase: UseCase<Actor | null>,
  input: ImportedStandard,
): Promise<{ id: string; version: string; questions: number }> {
  const { text, reason, ...chosen } = ImportedStandard.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const organisations = await tx<{ code: string }[]>`select code from organisation`
    const { file, errors } = checkStandardFile(text, { organisations: new Set(organisations.map((it) => it.code)) })
    if (file === null) throw refused(errors)
    const kind = file.kind ?? chosen.kind ?? 'general'
    const [added] = await tx<{ id: string }[]>`
      insert into standard_terms (kind, version, title_nl, title_en, status, based_on_id, created_at, created_by)
      values (${kind}, ${file.version}, ${file.title.nl}, ${file.title.en}, 'draft',
        (select id from standard_terms where kind = ${kind} and status = 'in-force'), ${useCase.clock()}, ${useCase.actor?.id ?? null})
      on conflict (kind, version) do nothing returning id`
    if (!added) throw refused([versionExists(text, file.version)])
    const questions = await writeTree(tx, added.id, file)
    const { version } = file
    await keepChange(within, { standardId: added.id, kind: 'imported', reason, after: { version, questions } })
    await recordEvent(within, {
      action: 'standard.imported',
      objectType: 'standard-terms',
      objectId: added.id,
      details: { version, questions },
    })
    return { id: added.id, version, questions }
  })
}

const refused = (errors: readonly FileError[]) => new DomainError('invalid-input', 'import-refused', { errors })

function versionExists(text: string, version: string): FileError {
  const { placeOf } = parseJsonWithPlaces(text)
  return { code: 'version-exists', place: placeOf(['version']), path: 'version', found: version, within: null }
}
