-- A report is rows: a tree of sections, one document each (docs/architecture.md, decision 1).

create table report (
  id uuid primary key default gen_random_uuid(),
  terms_id uuid not null unique references terms_of_reference,
  country_code text not null references country,
  kind text not null check (kind in ('general', 'thematic', 'interim-update')),
  title text not null,
  -- Printed on every page of the report and its releases, e.g. "Demonstratietekst – geen ambtsbericht".
  notice text,
  language text not null default 'nl',
  period_from date not null,
  period_to date not null,
  created_at timestamptz not null,
  check (period_from <= period_to)
);

-- A chapter is a section without a document of its own, there to hold other sections; it gets one when questions are put to the chapter itself.
create table section (
  id uuid primary key default gen_random_uuid(),
  report_id uuid not null references report on delete cascade,
  parent_id uuid references section on delete cascade,
  position int not null,
  number text not null,
  title text not null,
  status text not null default 'draft' check (status in ('draft', 'in-review', 'returned', 'approved')),
  author_id uuid references app_user,
  as_of_date date,
  submitted_by uuid references app_user,
  submitted_at timestamptz,
  unique (report_id, number),
  unique (report_id, id),
  foreign key (report_id, parent_id) references section (report_id, id)
);
create index section_parent on section (parent_id);
create index section_author on section (author_id, status);

create table section_question (
  section_id uuid not null references section on delete cascade,
  question_id uuid not null references terms_question on delete cascade,
  primary key (section_id, question_id)
);
create index section_question_question on section_question (question_id);

-- The text as it stands. `version` counts acknowledged saves: a save names the version it was based on.
create table section_document (
  section_id uuid primary key references section on delete cascade,
  version int not null default 0,
  editor_version int not null,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  saved_by uuid references app_user,
  saved_at timestamptz not null
);

-- Who wrote: needed to keep author and approver apart.
create table section_contribution (
  section_id uuid not null references section on delete cascade,
  user_id uuid not null references app_user,
  last_saved_at timestamptz not null,
  primary key (section_id, user_id)
);

-- A text that lost the race to save, or came when the section was just closed, kept whole beside the section until its writer has dealt with it.
create table section_kept_copy (
  id uuid primary key default gen_random_uuid(),
  section_id uuid not null references section on delete cascade,
  user_id uuid not null references app_user,
  base_version int not null,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  kept_at timestamptz not null,
  settled_at timestamptz
);
create index section_kept_copy_open on section_kept_copy (section_id, user_id) where settled_at is null;
