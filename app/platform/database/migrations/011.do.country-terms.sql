-- Terms of reference of a country: rewording, what Foreign Affairs returns and policy answers, the history of all of it, and the plan.

-- Handed over → returned with questions that cannot be answered → handed over again → accepted.
alter table terms_of_reference
  drop constraint terms_of_reference_status_check,
  add constraint terms_of_reference_status_check check (status in ('in-preparation', 'handed-over', 'returned', 'accepted')),
  -- How many times it was handed over.
  add column turn int not null default 0 check (turn >= 0);
alter table terms_of_reference disable trigger terms_of_reference_fixed;
update terms_of_reference set turn = 1 where handed_over_at is not null;
alter table terms_of_reference enable trigger terms_of_reference_fixed;

-- A reworded question keeps its place in the standard: the standard's wording is read there.
alter table terms_question
  add column revision int not null default 1,
  drop constraint terms_question_state_check,
  add constraint terms_question_state_check check (state in ('kept', 'dropped', 'added', 'reworded'));

-- Questions change while policy has them, not while Foreign Affairs has.
create or replace function refuse_change_to_handed_over_terms() returns trigger language plpgsql as $$
begin
  if exists (
    select from terms_of_reference where id in (new.terms_id, old.terms_id) and status not in ('in-preparation', 'returned')
  ) then
    raise exception 'terms of reference were handed over' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;

create or replace function refuse_change_to_terms_themselves() returns trigger language plpgsql as $$
declare
  step text := old.status || ' ' || case when tg_op = 'UPDATE' then new.status else 'deleted' end;
  free text[] := case step
    when 'handed-over accepted' then array['accepted_by', 'accepted_at']
    when 'handed-over returned' then array[]::text[]
    when 'returned handed-over' then array['handed_over_by', 'handed_over_at', 'turn']
    when 'returned returned' then array['due_on']
  end;
begin
  if old.status = 'in-preparation' and (tg_op = 'DELETE' or new.status in ('in-preparation', 'handed-over')) then
    return coalesce(new, old);
  end if;
  if free is not null and to_jsonb(new) - 'status' - free = to_jsonb(old) - 'status' - free then return new; end if;
  raise exception 'terms of reference were handed over: % refused', step using errcode = 'restrict_violation';
end $$;

-- Everything that happened to terms of reference: who, when, why, before and after. Append-only.
create table terms_change (
  id bigint generated always as identity primary key,
  terms_id uuid not null references terms_of_reference,
  at timestamptz not null,
  actor_id uuid references app_user,
  kind text not null,
  question_key text,
  reason text,
  before jsonb,
  after jsonb
);
create index terms_change_terms on terms_change (terms_id, id);
create index terms_change_question on terms_change (terms_id, question_key, id);
insert into terms_change (terms_id, at, actor_id, kind, question_key, reason)
  select terms.id, event.at, event.actor_id, substr(event.action, 7), event.details->>'questionKey', event.details->>'reason'
  from audit_event event join terms_of_reference terms on terms.id::text = event.object_id
  where event.object_type = 'terms' and event.result = 'done' and event.action in ('terms.created', 'terms.question-dropped',
    'terms.question-restored', 'terms.question-added', 'terms.handed-over', 'terms.accepted')
  order by event.id;
create trigger terms_change_is_append_only before update or delete on terms_change
  for each row execute function refuse_change();
create trigger terms_change_is_never_emptied before truncate on terms_change
  for each statement execute function refuse_change();

-- A question that Foreign Affairs says cannot be answered, why, and what policy answers. Marked while the terms lie with Foreign Affairs,
-- returned with all others at once, answered before the terms are handed over again.
create table returned_question (
  id uuid primary key default gen_random_uuid(),
  terms_id uuid not null references terms_of_reference,
  question_key text not null,
  -- As it was asked when it was returned.
  wording_nl text not null,
  wording_en text not null,
  -- The hand-over it answers to.
  turn int not null check (turn > 0),
  reason text not null check (length(trim(reason)) >= 10),
  marked_by uuid not null references app_user,
  marked_at timestamptz not null,
  returned_at timestamptz,
  answer text check (answer in ('reworded', 'dropped', 'kept')),
  answer_reason text,
  answered_by uuid references app_user,
  answered_at timestamptz,
  unique (terms_id, turn, question_key),
  check (num_nulls(answer, answer_reason, answered_by, answered_at) in (0, 4)),
  check (answer is null or (returned_at is not null and length(trim(answer_reason)) >= 10))
);
create index returned_question_open on returned_question (terms_id) where answer is null;

-- What was said stays: before it is returned a mark can be changed or taken back, after that only the answer can come.
create function refuse_change_to_returned_question() returns trigger language plpgsql as $$
declare
  answer text[] := array['answer', 'answer_reason', 'answered_by', 'answered_at'];
begin
  if old.returned_at is null then return coalesce(new, old); end if;
  if tg_op = 'UPDATE' and to_jsonb(new) - answer = to_jsonb(old) - answer
    and exists (select from terms_of_reference where id = old.terms_id and status = 'returned' and turn = old.turn) then return new; end if;
  raise exception 'a returned question stands: % refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger returned_question_stands before update or delete on returned_question
  for each row execute function refuse_change_to_returned_question();

-- The plan (SR-11). How long a report may take and where its milestones lie, in hundredths of that: a setting, six months to begin with.
create table lead_time (
  kind text primary key check (kind in ('general', 'thematic')),
  months int not null check (months between 1 and 36),
  shares jsonb not null check (jsonb_typeof(shares) = 'object'),
  revision int not null default 1,
  reason text,
  set_by uuid references app_user,
  set_at timestamptz
);
insert into lead_time (kind, months, shares)
  select kind, 6, '{"round-opened": 3, "round-closed": 15, "handed-over": 22, "accepted": 25, "first-submitted": 45, "all-approved": 92, "released": 100}'
  from unnest(array['general', 'thematic']) kind;

-- When the work on terms of reference and their report began, and when each milestone should be reached. When one was reached is never written
-- here: that follows from what happened.
create table terms_plan (
  terms_id uuid primary key references terms_of_reference on delete cascade,
  starts_on date not null,
  revision int not null default 1
);
create table terms_milestone (
  terms_id uuid not null references terms_plan on delete cascade,
  milestone text not null check (milestone in
    ('round-opened', 'round-closed', 'handed-over', 'accepted', 'first-submitted', 'all-approved', 'released')),
  -- As the lead time gave it; what was planned last.
  first_planned_on date not null,
  planned_on date not null,
  primary key (terms_id, milestone)
);
insert into terms_plan (terms_id, starts_on)
  select id, least((created_at at time zone 'Europe/Amsterdam')::date, due_on) from terms_of_reference;
insert into terms_milestone (terms_id, milestone, first_planned_on, planned_on)
  select plan.terms_id, share.key, planned.day, planned.day
  from terms_plan plan
  join terms_of_reference terms on terms.id = plan.terms_id
  join lead_time on lead_time.kind = terms.kind
  cross join jsonb_each_text(lead_time.shares) share
  cross join lateral (select plan.starts_on + round((terms.due_on - plan.starts_on) * share.value::numeric / 100)::int as day) planned;
