-- Every change to a text is a step: who made it, from which open page, when (docs/decisions/022). A step is written after it was checked and
-- never changed; the text at any version is a snapshot and the steps after it.
create table section_step (
  section_id uuid not null references section on delete cascade,
  -- The version of the text that this step makes.
  version int not null check (version > 0),
  step jsonb not null check (jsonb_typeof(step) = 'object'),
  author_id uuid not null references app_user,
  -- One open page: tells its own steps from those of others, also of the same person.
  client_id text not null check (client_id ~ '^[A-Za-z0-9_-]{8,64}$'),
  editor_version int not null,
  at timestamptz not null,
  primary key (section_id, version)
);
create trigger section_step_is_append_only before update or delete on section_step for each row execute function refuse_change();

-- The whole text at some versions, so that no more than a bounded number of steps is ever replayed.
create table section_snapshot (
  section_id uuid not null references section on delete cascade,
  version int not null check (version >= 0),
  editor_version int not null,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  at timestamptz not null,
  primary key (section_id, version)
);
create trigger section_snapshot_is_append_only before update or delete on section_snapshot for each row execute function refuse_change();

-- What was saved whole before there were steps is where they start from.
insert into section_snapshot (section_id, version, editor_version, document, at)
select section_id, version, editor_version, document, saved_at from section_document where version > 0;
