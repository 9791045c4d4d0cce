-- Revising the standard terms of reference: versions one after the other, a revision number per question, and a history of who changed what and why.

alter table standard_terms
  add column based_on_id uuid references standard_terms,
  -- Counts changes of the order and the tree: who moves something names the arrangement they saw.
  add column arrangement int not null default 1,
  add column consulted_on date,
  add column withdrawn_on date,
  add column created_by uuid references app_user,
  drop constraint standard_terms_check,
  -- A draft that is given up is withdrawn without ever having been in force.
  add constraint in_force_has_a_date check (status <> 'in-force' or in_force_from is not null),
  add constraint withdrawn_after_in_force check (withdrawn_on is null or (status = 'withdrawn' and withdrawn_on >= coalesce(in_force_from, withdrawn_on)));

alter table standard_node
  add column revision int not null default 1,
  add unique (standard_id, id),
  -- Chapters and sections change places in one statement.
  drop constraint standard_node_standard_id_number_key,
  add constraint standard_node_number unique (standard_id, number) deferrable initially immediate;

alter table standard_question
  add column revision int not null default 1,
  add foreign key (standard_id, node_id) references standard_node (standard_id, id),
  add check (length(trim(wording_nl)) > 0);

-- Chapters hold sections and sections hold questions: with two levels, and a parent of the same standard, no cycle can be.
create function refuse_cycle_in_standard() returns trigger language plpgsql as $$
begin
  if new.parent_id is null then return new; end if;
  if new.parent_id = new.id
    or exists (select from standard_node where parent_id = new.id)
    or not exists (select from standard_node where id = new.parent_id and standard_id = new.standard_id and parent_id is null)
  then
    raise exception 'a section stands in a chapter of its own standard' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger standard_node_tree before insert or update of parent_id, standard_id on standard_node
  for each row execute function refuse_cycle_in_standard();

-- Only a draft changes: what experts were consulted on, and what reports were asked, must stay readable as it was.
create or replace function refuse_change_to_fixed_standard() returns trigger language plpgsql as $$
begin
  if exists (select from standard_terms where id in (new.standard_id, old.standard_id) and status <> 'draft') then
    raise exception 'only a draft of standard terms of reference can change' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;

-- draft → consulted → in force → withdrawn; back to draft only while no country uses it; given up from draft or consulted.
create or replace function refuse_change_to_standard_in_force() returns trigger language plpgsql as $$
declare
  step text := old.status || ' ' || case when tg_op = 'UPDATE' then new.status else 'deleted' end;
  free text[] := case step
    when 'draft consulted' then array['consulted_on']
    when 'draft withdrawn' then array['withdrawn_on', 'successor_id']
    when 'consulted draft' then array['consulted_on']
    when 'consulted in-force' then array['in_force_from']
    when 'consulted withdrawn' then array['withdrawn_on', 'successor_id']
    when 'in-force withdrawn' then array['withdrawn_on', 'successor_id']
    when 'withdrawn withdrawn' then case when old.successor_id is null then array['successor_id'] end
  end;
begin
  if step in ('draft draft', 'draft deleted') then return coalesce(new, old); end if;
  if step = 'consulted draft' and exists (select from terms_of_reference where standard_id = old.id) then
    raise exception 'a country uses these standard terms of reference' using errcode = 'restrict_violation';
  end if;
  if free is not null and to_jsonb(new) - 'status' - free = to_jsonb(old) - 'status' - free then return new; end if;
  raise exception 'this version of the standard terms of reference is immutable: % refused', step using errcode = 'restrict_violation';
end $$;

-- Every change of a version: who, when, why, before and after. Append-only.
create table standard_change (
  id bigint generated always as identity primary key,
  standard_id uuid not null references standard_terms,
  at timestamptz not null,
  actor_id uuid references app_user,
  kind text not null,
  -- The question or the chapter or section it is about; neither when it is about the version itself.
  question_key text,
  node_key text,
  reason text,
  before jsonb,
  after jsonb,
  check (actor_id is null or length(trim(reason)) >= 10)
);
create index standard_change_version on standard_change (standard_id, id);
create index standard_change_question on standard_change (question_key, standard_id);
create trigger standard_change_is_append_only before update or delete on standard_change
  for each row execute function refuse_change();
create trigger standard_change_is_never_emptied before truncate on standard_change
  for each statement execute function refuse_change();
