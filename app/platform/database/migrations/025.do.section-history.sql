-- Versions of a text that got a name, what each person last read of it, and who wrote which words of it (docs/decisions/025).

create table section_named_version (
  id uuid primary key default gen_random_uuid(),
  section_id uuid not null references section on delete cascade,
  version int not null check (version >= 0),
  name text not null check (length(trim(name)) between 1 and 120),
  named_by uuid not null references app_user,
  named_at timestamptz not null,
  unique (section_id, name)
);
create index section_named_version_version on section_named_version (section_id, version);

-- One row for each reader: what they saw last, and what they saw the last time before that they were there.
create table section_reading (
  section_id uuid not null references section on delete cascade,
  user_id uuid not null references app_user on delete cascade,
  version int not null check (version >= 0),
  read_at timestamptz not null,
  before_version int check (before_version >= 0),
  before_at timestamptz,
  primary key (section_id, user_id),
  check ((before_version is null) = (before_at is null))
);

-- Derived from the steps: who brought each position of the text at some versions, so that no more than a bounded number of steps is ever
-- followed again. May be emptied at any time.
create table section_attribution (
  section_id uuid not null references section on delete cascade,
  version int not null check (version >= 0),
  runs jsonb not null check (jsonb_typeof(runs) = 'array'),
  primary key (section_id, version)
);
