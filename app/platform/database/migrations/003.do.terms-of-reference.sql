-- The standard the questions start from, and the terms of reference of one country and period.

create table standard_terms (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('general', 'thematic')),
  version text not null,
  title_nl text not null,
  title_en text not null,
  status text not null check (status in ('draft', 'consulted', 'in-force', 'withdrawn')),
  in_force_from date,
  successor_id uuid references standard_terms,
  created_at timestamptz not null,
  unique (kind, version),
  check (status in ('draft', 'consulted') or in_force_from is not null)
);
-- Only one version in force per kind (SR-02).
create unique index standard_terms_in_force on standard_terms (kind) where status = 'in-force';

create table standard_node (
  id uuid primary key default gen_random_uuid(),
  standard_id uuid not null references standard_terms on delete cascade,
  parent_id uuid references standard_node on delete cascade,
  key text not null,
  number text not null,
  title_nl text not null,
  title_en text not null,
  position int not null,
  unique (standard_id, key),
  unique (standard_id, number)
);
create index standard_node_parent on standard_node (parent_id);

create table standard_question (
  id uuid primary key default gen_random_uuid(),
  standard_id uuid not null references standard_terms on delete cascade,
  node_id uuid not null references standard_node on delete cascade,
  key text not null,
  position int not null,
  kind text not null check (kind in ('context', 'trend', 'event', 'group', 'law', 'policy', 'practice', 'protection', 'documents', 'return')),
  mandatory boolean not null,
  themes text[] not null default '{}',
  asked_by text[] not null default '{}',
  wording_nl text not null,
  wording_en text not null,
  former_wording_nl text,
  rationale_nl text not null,
  rationale_en text not null,
  unique (standard_id, key)
);
create index standard_question_node on standard_question (node_id);

-- A version in force or withdrawn is immutable: what reports were asked must stay readable.
create function refuse_change_to_fixed_standard() returns trigger language plpgsql as $$
begin
  if exists (select from standard_terms where id in (new.standard_id, old.standard_id) and status in ('in-force', 'withdrawn')) then
    raise exception 'standard terms of reference in force are immutable' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger standard_node_fixed before insert or update or delete on standard_node
  for each row execute function refuse_change_to_fixed_standard();
create trigger standard_question_fixed before insert or update or delete on standard_question
  for each row execute function refuse_change_to_fixed_standard();

-- Of such a version only this can still happen: it is withdrawn, in favour of a successor.
create function refuse_change_to_standard_in_force() returns trigger language plpgsql as $$
begin
  if old.status not in ('in-force', 'withdrawn') then return coalesce(new, old); end if;
  if tg_op = 'UPDATE' and new.status = 'withdrawn'
    and (to_jsonb(new) - 'status' - 'successor_id') = (to_jsonb(old) - 'status' - 'successor_id') then return new; end if;
  raise exception 'standard terms of reference in force are immutable' using errcode = 'restrict_violation';
end $$;
create trigger standard_terms_fixed before update or delete on standard_terms
  for each row execute function refuse_change_to_standard_in_force();

create table terms_of_reference (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('general', 'thematic')),
  standard_id uuid not null references standard_terms,
  country_code text not null references country,
  period_from date not null,
  period_to date not null,
  due_on date not null,
  status text not null default 'in-preparation' check (status in ('in-preparation', 'handed-over', 'accepted')),
  created_by uuid not null references app_user,
  created_at timestamptz not null,
  handed_over_by uuid references app_user,
  handed_over_at timestamptz,
  accepted_by uuid references app_user,
  accepted_at timestamptz,
  check (period_from <= period_to),
  check (due_on >= period_to),
  check ((status = 'in-preparation') = (handed_over_at is null)),
  check ((status = 'accepted') = (accepted_at is not null))
);
-- One uitvraag per country, kind and period: a second one by mistake, or by two people at once, is refused.
create unique index terms_of_reference_once on terms_of_reference (country_code, kind, period_from, period_to);

create table terms_node (
  id uuid primary key default gen_random_uuid(),
  terms_id uuid not null references terms_of_reference on delete cascade,
  parent_id uuid references terms_node on delete cascade,
  key text not null,
  number text not null,
  title_nl text not null,
  title_en text not null,
  position int not null,
  unique (terms_id, key),
  unique (terms_id, number),
  unique (terms_id, id),
  foreign key (terms_id, parent_id) references terms_node (terms_id, id)
);
create index terms_node_parent on terms_node (parent_id);

create table terms_question (
  id uuid primary key default gen_random_uuid(),
  terms_id uuid not null references terms_of_reference on delete cascade,
  node_id uuid not null references terms_node on delete cascade,
  standard_question_id uuid references standard_question,
  key text not null,
  position int not null,
  kind text not null check (kind in ('context', 'trend', 'event', 'group', 'law', 'policy', 'practice', 'protection', 'documents', 'return')),
  mandatory boolean not null,
  themes text[] not null default '{}',
  asked_by text[] not null default '{}',
  wording_nl text not null check (length(trim(wording_nl)) > 0),
  wording_en text not null default '',
  former_wording_nl text,
  rationale_nl text not null default '',
  rationale_en text not null default '',
  state text not null default 'kept' check (state in ('kept', 'dropped', 'added')),
  reason text,
  unique (terms_id, key),
  foreign key (terms_id, node_id) references terms_node (terms_id, id),
  -- Every delta against the standard says why (SR-02); the gender block cannot go without a reason (SR-27). Ten characters keep out "n.v.t.".
  constraint delta_has_reason check (case when state = 'kept' then reason is null else coalesce(length(trim(reason)), 0) >= 10 end),
  check ((state = 'added') = (standard_question_id is null))
);
create index terms_question_node on terms_question (node_id);

-- Once handed over the chapters and questions stand, and so do the country, the period and the date.
create function refuse_change_to_handed_over_terms() returns trigger language plpgsql as $$
begin
  if exists (select from terms_of_reference where id in (new.terms_id, old.terms_id) and status <> 'in-preparation') then
    raise exception 'terms of reference were handed over' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger terms_node_fixed before insert or update or delete on terms_node
  for each row execute function refuse_change_to_handed_over_terms();
create trigger terms_question_fixed before insert or update or delete on terms_question
  for each row execute function refuse_change_to_handed_over_terms();

create function refuse_change_to_terms_themselves() returns trigger language plpgsql as $$
begin
  if old.status = 'in-preparation' then return coalesce(new, old); end if;
  if tg_op = 'UPDATE' and old.status = 'handed-over' and new.status = 'accepted'
    and (to_jsonb(new) - 'status' - 'accepted_by' - 'accepted_at') = (to_jsonb(old) - 'status' - 'accepted_by' - 'accepted_at')
  then return new; end if;
  raise exception 'terms of reference were handed over' using errcode = 'restrict_violation';
end $$;
create trigger terms_of_reference_fixed before update or delete on terms_of_reference
  for each row execute function refuse_change_to_terms_themselves();
