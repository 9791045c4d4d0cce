-- Events, where they were reported, and what they are against the whole.

create table incident_dataset (
  code text primary key,
  name text not null,
  publisher text not null,
  licence text not null,
  citation text not null,
  -- Counts every event it can find by one rule, so that one event can be set against the whole; our own records do not.
  systematic boolean not null,
  -- What its figures do not show; printed with every figure from it.
  limits_nl text not null,
  limits_en text not null
);
insert into incident_dataset (code, name, publisher, licence, citation, systematic, limits_nl, limits_en) values
  ('ucdp-ged', 'UCDP Georeferenced Event Dataset', 'Uppsala Conflict Data Program', 'CC BY 4.0',
   'Sundberg & Melander 2013; Högbladh 2019', true,
   'UCDP telt alleen georganiseerd gewapend geweld met ten minste één dode. Verwonding, detentie, verdwijning, ontheemding, bedreiging en seksueel geweld zonder dodelijke afloop tellen niet mee, en geweld door particulieren evenmin. De telling rust op berichtgeving: weinig berichten betekent niet dat er weinig gebeurde. Het dodental is een schatting en kan in een latere uitgave zijn herzien.',
   'UCDP counts only organised armed violence with at least one death. Injury, detention, disappearance, displacement, threats and sexual violence without a fatal outcome are not counted, nor is violence by private persons. The count rests on reporting: few reports does not mean that little happened. Deaths are estimates and may have been revised in a later release.'),
  ('manual', 'Eigen registratie', 'Herkomst', '', '', false,
   'Eigen registraties zijn geen volledige telling.', 'Our own records are not a full count.');

create table import_run (
  id uuid primary key default gen_random_uuid(),
  dataset text not null references incident_dataset,
  file_name text not null,
  file_hash text,
  layout text,
  started_at timestamptz not null,
  finished_at timestamptz,
  status text not null default 'running' check (status in ('running', 'done', 'failed')),
  read int not null default 0,
  inserted int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  rejected int not null default 0,
  flagged int not null default 0,
  -- One sentence for the operator when the run failed: then nothing of it was kept.
  failure text,
  started_by uuid references app_user
);
create index import_run_dataset on import_run (dataset, started_at desc);

create table incident (
  id uuid primary key default gen_random_uuid(),
  dataset text not null references incident_dataset,
  external_id text not null,
  kind text not null check (kind in ('state-based', 'non-state', 'one-sided', 'sexual-violence', 'attack-on-health-care', 'other')),
  -- A neutral sentence of our own; headlines and articles of imported records are not stored: they name people.
  summary_nl text not null default '',
  summary_en text not null default '',
  country_code text not null references country,
  admin1 text,
  admin2 text,
  place text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  place_precision text not null check (place_precision in ('exact', 'within-25-km', 'admin-2', 'admin-1', 'linear-or-fuzzy', 'country', 'sea-or-air')),
  started_on date not null,
  ended_on date not null,
  date_precision text not null check (date_precision in ('day', 'days', 'week', 'month', 'year')),
  actor_a text,
  actor_b text,
  perpetrator_class text not null default 'unknown'
    check (perpetrator_class in ('state', 'non-state-armed', 'family', 'community', 'employer', 'other', 'unknown')),
  deaths_low int check (deaths_low >= 0),
  deaths_best int check (deaths_best >= 0),
  deaths_high int check (deaths_high >= 0),
  deaths_civilians int check (deaths_civilians >= 0),
  deaths_unknown int check (deaths_unknown >= 0),
  source_count int,
  -- Kept as reported and shown with the record: low > best and the like are the dataset's, not ours to mend.
  flags text[] not null default '{}',
  content_hash text not null,
  import_run_id uuid references import_run,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (dataset, external_id),
  check (started_on <= ended_on)
);
create index incident_whole on incident (country_code, admin1, kind, started_on);
create index incident_started on incident (started_on, id);
-- What a dataset covers of a country: its first and last day.
create index incident_coverage on incident (country_code, dataset, started_on);

create table incident_source (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident on delete cascade,
  source_item_id uuid references source_item,
  -- Who said it first, as the dataset names it; never a person.
  original_source text,
  reported_by text,
  reported_on text
);
create index incident_source_incident on incident_source (incident_id);

-- What an updated record said before: the former values of the columns that changed.
create table incident_history (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident on delete cascade,
  import_run_id uuid references import_run,
  replaced_at timestamptz not null,
  before jsonb not null
);
create index incident_history_incident on incident_history (incident_id);

-- The incident against the whole, as computed on a day and read by an author; or the recorded reason why none can be given (SR-07).
create table context_card (
  id uuid primary key default gen_random_uuid(),
  incident_id uuid not null references incident on delete cascade,
  figures jsonb,
  note text not null default '',
  no_context_reason text,
  computed_at timestamptz not null,
  created_by uuid references app_user,
  check ((figures is null) <> (no_context_reason is null)),
  check (no_context_reason is null or length(trim(no_context_reason)) > 0)
);
create index context_card_incident on context_card (incident_id, computed_at desc);
