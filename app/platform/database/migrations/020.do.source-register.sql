-- The register of sources: who says it, described; its publications with their archived copies; and who changed what.

-- Description by who, what, why, how and when, as ecoi.net and the EUAA ask of every source.
alter table source
  add column who text not null default '',
  add column what text not null default '',
  add column why text not null default '',
  add column how text not null default '',
  add column "when" text not null default '',
  add column languages text[] not null default '{}',
  -- Stands in for whoever a confidential item is of: one for each kind, so that a register without the vault tells nobody who it is.
  add column anonymous boolean not null default false,
  add column revision integer not null default 1 check (revision > 0),
  add column changed_at timestamptz,
  add column changed_by uuid references app_user;
create index source_independence_group on source (independence_group) where independence_group is not null;

-- Who repeats whom: reports of the one are taken from the other, and are no second source beside it.
create table source_repeat (
  source_id uuid not null references source on delete cascade,
  original_id uuid not null references source,
  note text not null default '',
  created_at timestamptz not null,
  created_by uuid not null references app_user,
  primary key (source_id, original_id),
  check (source_id <> original_id)
);
create index source_repeat_original on source_repeat (original_id);

alter table source_item
  add column doi text check (doi ~ '^10\.\d{4,9}/\S+$' and doi = lower(doi)),
  -- The day somebody last saw that the address still leads there and the text still says it.
  add column checked_on date,
  add column revision integer not null default 1 check (revision > 0),
  add column changed_at timestamptz,
  add column changed_by uuid references app_user,
  add check (confidentiality = 'public' or doi is null);
create index source_item_doi on source_item (doi) where doi is not null;

insert into source (name, kind, anonymous, created_at)
select 'Vertrouwelijke bron (' || kind || ')', kind, true, now()
from unnest(array['government', 'international', 'ngo', 'media', 'academic', 'dataset', 'legislation', 'oral', 'other']) as kind
on conflict (lower(name)) do nothing;

-- A confidential item never points to a named source; those that did are loosened from it.
update source_item set source_id = anonymous.id
from source named join source anonymous on anonymous.anonymous and anonymous.kind = named.kind
where named.id = source_item.source_id and confidentiality = 'confidential' and not named.anonymous;

create function confidential_item_is_nobodys() returns trigger language plpgsql as $$
begin
  if (new.confidentiality = 'confidential') is distinct from (select anonymous from source where id = new.source_id) then
    raise exception 'a confidential item belongs to an anonymous source, and no other item does' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger confidential_item_is_nobodys before insert or update of source_id, confidentiality on source_item
  for each row execute function confidential_item_is_nobodys();

-- Copies of publications as they were, in the database: what the report rests on is backed up, restored and moved with it.
create table archived_copy (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null references source_item,
  file_name text not null check (length(file_name) between 1 and 200),
  media_type text not null,
  size integer not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- What is compressed already is not compressed again.
  content bytea not null,
  archived_at timestamptz not null,
  archived_by uuid not null references app_user,
  unique (item_id, sha256)
);
alter table archived_copy alter column content set storage external;
create trigger archived_copy_is_append_only before update or delete on archived_copy for each row execute function refuse_change();
create trigger archived_copy_is_never_emptied before truncate on archived_copy for each statement execute function refuse_change();

-- Every change of a source or an item: which fields, from what, to what, by whom.
create table source_change (
  id bigint generated always as identity primary key,
  source_id uuid not null references source,
  item_id uuid references source_item,
  -- The revision that the change led to.
  revision integer not null,
  changed_at timestamptz not null,
  changed_by uuid not null references app_user,
  changes jsonb not null
);
create index source_change_source on source_change (source_id, id desc);
create index source_change_item on source_change (item_id) where item_id is not null;
create trigger source_change_is_append_only before update or delete on source_change for each row execute function refuse_change();
create trigger source_change_is_never_emptied before truncate on source_change for each statement execute function refuse_change();
