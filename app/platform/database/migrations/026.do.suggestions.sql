-- Who suggested what, when, and what became of it (docs/decisions/023). Where it stands is in the text: marks with the suggestion's id.
create table suggestion (
  id uuid primary key,
  section_id uuid not null references section on delete cascade,
  author_id uuid not null references app_user,
  made_at timestamptz not null,
  -- What it put in, took out and changed as its author last had it; others may leave less of it in the text, never more.
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  decided_by uuid references app_user,
  decided_at timestamptz,
  outcome text check (outcome in ('accepted', 'rejected', 'withdrawn')),
  check ((decided_by is null) = (outcome is null) and (decided_at is null) = (outcome is null))
);
create index suggestion_section on suggestion (section_id, made_at);
