-- Who says it (source) and in which publication (source item).

create table source (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(trim(name)) > 0),
  kind text not null check (kind in ('government', 'international', 'ngo', 'media', 'academic', 'dataset', 'legislation', 'oral', 'other')),
  description text not null default '',
  reliability_note text not null default '',
  -- Sources that repeat each other share a group and count as one.
  independence_group text,
  created_at timestamptz not null,
  created_by uuid references app_user
);
create unique index source_name on source (lower(name));

create table source_item (
  id uuid primary key default gen_random_uuid(),
  source_id uuid not null references source,
  title text not null check (length(trim(title)) > 0),
  published text check (published ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  accessed_on date,
  url text check (url ~ '^https?://'),
  language text,
  licence text,
  reliability_note text not null default '',
  -- Of a confidential source only the public face stands here: a label and a date. Its identity is kept elsewhere or not at all.
  confidentiality text not null default 'public' check (confidentiality in ('public', 'confidential')),
  created_at timestamptz not null,
  created_by uuid references app_user,
  check (confidentiality = 'public' or url is null)
);
create index source_item_source on source_item (source_id);
create index source_item_url on source_item (url);

-- Which section rests on which item: kept in step with the document at every save.
create table section_source_item (
  section_id uuid not null references section on delete cascade,
  source_item_id uuid not null references source_item,
  primary key (section_id, source_item_id)
);
create index section_source_item_item on section_source_item (source_item_id);
