import type { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { SourceKind } from '#schemas/vocabulary.ts'
import { anonymousSource, createSourceItem } from './create-source-item.server.ts'
import { createSource } from './create-source.server.ts'
import { findDuplicates } from './find-duplicates.server.ts'
import { NewSource, NewSourceItem, type SourceItem } from './source-item.ts'

/** What can be wrong with a field of the form; the interface has a sentence for each. */
export type FieldProblem = 'needed' | 'malformed' | 'name-taken'
export type RegisterOutcome =
  { itemId: string; sourceId: string } | { errors: Partial<Record<string, FieldProblem>>; duplicates: SourceItem[] }

/** Stands in while the rest of the form is checked: the source may have to be made first. */
const noSource = '00000000-0000-4000-8000-000000000000'

/**
 * Registers an item from a form: its source is the one chosen (`sourceId`), the one whose name was typed (`publisher`), or a new one of that
 * name. Looks like an item that is there already → nothing is stored and those items are given, unless `sure` is set. Of a confidential item only
 * its kind and dates are looked at: a name that was typed goes nowhere.
 */
export async function registerItem(useCase: UseCase, values: Record<string, string>): Promise<RegisterOutcome> {
  if (values.confidentiality === 'confidential') return registerConfidential(useCase, values)
  const { sql } = useCase
  const errors: Partial<Record<string, FieldProblem>> = {}
  const item = NewSourceItem.safeParse({ ...values, sourceId: values.sourceId || noSource })
  note(errors, item)
  if (!values.title?.trim()) errors.title = 'needed'

  const name = values.publisher?.trim() ?? ''
  const [named] = await sql<{ id: string }[]>`
    select id from source
    where not anonymous and ${values.sourceId ? sql`id::text = ${values.sourceId}` : sql`lower(name) = lower(${name})`}`
  const source = named
    ? undefined
    : NewSource.safeParse({
        name,
        kind: values.kind,
        description: values.description || undefined,
        reliabilityNote: values.sourceReliabilityNote || undefined,
        independenceGroup: values.independenceGroup,
      })
  if (values.sourceId && !named) errors.sourceId = 'malformed'
  else if (source) {
    note(errors, source)
    if (errors.name) errors.publisher = name === '' ? 'needed' : 'malformed'
    delete errors.name
  }
  if (!item.success || Object.keys(errors).length > 0) return { errors, duplicates: [] }

  if (values.sure !== 'true') {
    const duplicates = await findDuplicates(useCase, item.data)
    if (duplicates.length > 0) return { errors, duplicates }
  }
  return withTransaction(sql, async (tx) => {
    const inside = { ...useCase, sql: tx }
    const sourceId = named?.id ?? (await createSource(inside, source!.data!))
    return { sourceId, itemId: await createSourceItem(inside, { ...item.data, sourceId }) }
  })
}

async function registerConfidential(useCase: UseCase, values: Record<string, string>): Promise<RegisterOutcome> {
  const errors: Partial<Record<string, FieldProblem>> = {}
  const { published, accessedOn, kind } = values
  const item = NewSourceItem.safeParse({ published, accessedOn, sourceId: noSource, confidentiality: 'confidential' })
  note(errors, item)
  if (!SourceKind.safeParse(kind).success) errors.kind = 'malformed'
  if (!item.success || Object.keys(errors).length > 0) return { errors, duplicates: [] }
  const sourceId = await anonymousSource(useCase, kind!)
  return { sourceId, itemId: await createSourceItem(useCase, { ...item.data, sourceId }) }
}

function note(errors: Partial<Record<string, FieldProblem>>, parsed: z.ZodSafeParseResult<unknown>): void {
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= 'malformed'
}
