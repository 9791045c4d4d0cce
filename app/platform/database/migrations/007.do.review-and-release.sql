-- What reviewers said and decided, and what was published.

create table review_comment (
  id uuid primary key default gen_random_uuid(),
  section_id uuid not null references section on delete cascade,
  block_id text,
  -- The commented words as they stood, so that a comment outlives a change of the text.
  quote text,
  body text not null check (length(trim(body)) > 0),
  author_id uuid not null references app_user,
  created_at timestamptz not null,
  resolved_by uuid references app_user,
  resolved_at timestamptz,
  check ((resolved_by is null) = (resolved_at is null))
);
create index review_comment_section on review_comment (section_id, created_at);

create table review_decision (
  id uuid primary key default gen_random_uuid(),
  section_id uuid not null references section on delete cascade,
  reviewer_id uuid not null references app_user,
  decision text not null check (decision in ('approved', 'returned')),
  reason text not null default '',
  -- The document this decision was about.
  document_version int not null,
  document_hash text not null,
  decided_at timestamptz not null,
  check (decision = 'approved' or length(trim(reason)) > 0)
);
create index review_decision_section on review_decision (section_id, decided_at desc);

create table release (
  id uuid primary key default gen_random_uuid(),
  report_id uuid not null references report,
  -- Permanent and citable, e.g. SYR-2026-1.
  number text not null unique,
  title text not null,
  language text not null,
  released_at timestamptz not null,
  released_by uuid not null references app_user,
  -- Everything the release says, frozen (schemas/release.ts), and the SHA-256 of its canonical JSON.
  content jsonb not null,
  hash text not null
);
create index release_report on release (report_id, released_at desc);

create table release_section (
  release_id uuid not null references release,
  section_id uuid not null references section,
  number text not null,
  title text not null,
  as_of_date date not null,
  hash text not null,
  primary key (release_id, section_id)
);
create index release_section_section on release_section (section_id);

create table release_file (
  release_id uuid not null references release,
  format text not null check (format in ('html', 'pdf', 'docx', 'json')),
  media_type text not null,
  content bytea not null,
  hash text not null,
  primary key (release_id, format)
);

create trigger release_is_frozen before update or delete on release for each row execute function refuse_change();
create trigger release_section_is_frozen before update or delete on release_section for each row execute function refuse_change();
create trigger release_file_is_frozen before update or delete on release_file for each row execute function refuse_change();
create trigger release_is_not_emptied before truncate on release for each statement execute function refuse_change();
create trigger release_section_is_not_emptied before truncate on release_section for each statement execute function refuse_change();
create trigger release_file_is_not_emptied before truncate on release_file for each statement execute function refuse_change();
