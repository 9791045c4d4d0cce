import type { ReservedSql } from 'postgres'

/** The columns an event decides, as they are in `incident` and in `staged_incident`. */
const content = [
  'kind',
  'summary_nl',
  'summary_en',
  'country_code',
  'admin1',
  'admin2',
  'place',
  'latitude',
  'longitude',
  'place_precision',
  'started_on',
  'ended_on',
  'date_precision',
  'actor_a',
  'actor_b',
  'perpetrator_class',
  'deaths_low',
  'deaths_best',
  'deaths_high',
  'deaths_civilians',
  'deaths_unknown',
  'source_count',
  'flags',
] as const

export type Upserted = { inserted: number; updated: number; unchanged: number }

/**
 * Brings `incident` in step with `staged_incident`, set by set: new events are inserted, changed ones updated after their former values went to
 * incident_history, others left alone. What was inserted or updated is announced to search in this transaction.
 */
export async function upsertIncidents(
  tx: ReservedSql,
  { dataset, runId, now }: { dataset: string; runId: string | null; now: Date },
): Promise<Upserted> {
  await tx`drop table if exists pg_temp.incident_plan`
  await tx`
    create temp table incident_plan on commit drop as
    select staged.external_id, coalesce(incident.id, gen_random_uuid()) as incident_id,
      case when incident.id is null then 'insert' when incident.content_hash <> staged.content_hash then 'update' else 'keep' end as plan
    from staged_incident staged
    left join incident on incident.dataset = ${dataset} and incident.external_id = staged.external_id`
  await tx`analyze incident_plan`
  const [counts] = await tx<{ inserted: number; updated: number; unchanged: number }[]>`
    select count(*) filter (where plan = 'insert')::int as inserted, count(*) filter (where plan = 'update')::int as updated,
      count(*) filter (where plan = 'keep')::int as unchanged
    from incident_plan`
  const { inserted, updated, unchanged } = counts!

  if (inserted > 0) await insertNew(tx, dataset, runId, now)
  if (updated > 0) await updateChanged(tx, runId, now)
  if (inserted + updated > 0) {
    await tx`
      insert into incident_source (incident_id, original_source, reported_by, reported_on)
      select incident_id, source."originalSource", source."reportedBy", source."reportedOn"
      from incident_plan
      join staged_incident using (external_id),
      lateral jsonb_to_recordset(sources) as source ("originalSource" text, "reportedBy" text, "reportedOn" text)
      where plan <> 'keep'`
    await tx`
      insert into search_outbox (object_type, object_id) select 'incident', incident_id from incident_plan where plan <> 'keep'`
  }
  return { inserted, updated, unchanged }
}

const columns = (tx: ReservedSql, table = '') => tx.unsafe(content.map((column) => table + column).join(', '))

async function insertNew(tx: ReservedSql, dataset: string, runId: string | null, now: Date): Promise<void> {
  await tx`
    insert into incident (id, dataset, external_id, content_hash, import_run_id, created_at, updated_at, ${columns(tx)})
    select incident_id, ${dataset}, external_id, content_hash, ${runId}::uuid, ${now}::timestamptz, ${now}::timestamptz, ${columns(tx)}
    from incident_plan join staged_incident using (external_id) where plan = 'insert'`
}

async function updateChanged(tx: ReservedSql, runId: string | null, now: Date): Promise<void> {
  await tx`
    insert into incident_history (incident_id, import_run_id, replaced_at, before)
    select incident_id, ${runId}::uuid, ${now}::timestamptz, before
    from incident_plan
    join staged_incident using (external_id)
    join incident on incident.id = incident_id,
    lateral (
      select jsonb_object_agg(former.key, former.value) as before
      from jsonb_each(to_jsonb(incident)) former
      join jsonb_each(to_jsonb(staged_incident)) fresh using (key)
      where former.key = any(${[...content]}) and former.value is distinct from fresh.value
    ) changed
    where plan = 'update' and before is not null`
  await tx`
    update incident set (content_hash, import_run_id, updated_at, ${columns(tx)}) =
      (staged_incident.content_hash, ${runId}::uuid, ${now}::timestamptz, ${columns(tx, 'staged_incident.')})
    from incident_plan join staged_incident using (external_id)
    where plan = 'update' and incident.id = incident_id`
  await tx`delete from incident_source using incident_plan where plan = 'update' and incident_source.incident_id = incident_plan.incident_id`
}
