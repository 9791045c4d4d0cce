-- Consultation of a draft of the standard: were external experts consulted, who, when and how, or why not (SR-49); what they said, which points were
-- distilled from it, what is done with each by whom and when, and what became of it (SR-50, SR-51); the courses it can lead to (SR-52).

create table consultation (
  standard_id uuid primary key references standard_terms,
  -- What experts are asked; empty while nobody was asked through the system.
  request text check (length(trim(request)) >= 10),
  -- The last day, Dutch time, on which experts can give input.
  closes_on date,
  opened_by uuid references app_user,
  opened_at timestamptz,
  -- The consultation question, and its answer.
  answer text check (answer in ('held', 'not-possible', 'not-relevant')),
  held_from date,
  held_to date,
  ways text[] not null default '{}' check (ways <@ array['meeting', 'written', 'conversation']),
  explanation text check (length(trim(explanation)) >= 10),
  answered_by uuid references app_user,
  answered_at timestamptz,
  revision int not null default 1,
  check (num_nulls(request, closes_on, opened_by, opened_at) in (0, 4)),
  check (num_nulls(answer, explanation, answered_by, answered_at) in (0, 4)),
  check (held_from <= held_to),
  check (case when answer = 'held' then held_from is not null and held_to is not null and ways <> '{}'
    else held_from is null and held_to is null and ways = '{}' end)
);

create table consultation_organisation (
  standard_id uuid not null references consultation,
  organisation text not null references organisation (code),
  primary key (standard_id, organisation)
);

-- What was said. Of an organisation, never of a private person: by an account, by an invitation, or in a meeting that staff report.
create table consultation_input (
  id uuid primary key default gen_random_uuid(),
  standard_id uuid not null references consultation,
  -- Counts from 1 in its consultation.
  number int not null check (number > 0),
  channel text not null check (channel in ('account', 'invitation', 'meeting')),
  organisation text not null references organisation (code),
  given_by uuid references app_user,
  invitation_id uuid references invitation,
  received_on date not null,
  -- The question it is about, as it stood then; empty when it is about the whole.
  question_key text,
  question_nl text,
  question_en text,
  themes text[] not null default '{}',
  body text not null check (length(trim(body)) >= 10),
  given_at timestamptz not null,
  revision int not null default 1,
  -- Why no point was distilled from it.
  set_aside_reason text check (length(trim(set_aside_reason)) >= 10),
  set_aside_by uuid references app_user,
  set_aside_at timestamptz,
  unique (standard_id, number),
  unique (standard_id, id),
  check ((channel = 'invitation') = (invitation_id is not null) and (channel = 'invitation') = (given_by is null)),
  check (num_nulls(question_key, question_nl, question_en) in (0, 3)),
  check (num_nulls(set_aside_reason, set_aside_by, set_aside_at) in (0, 3))
);
create index consultation_input_giver on consultation_input (given_by);
create index consultation_input_invitation on consultation_input (invitation_id);

create table course (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('course', 'workshop', 'e-learning')),
  title_nl text not null check (length(trim(title_nl)) >= 3),
  title_en text not null default '',
  organisation text not null references organisation (code),
  themes text[] not null default '{}',
  about text not null default '',
  -- The next time it is given; empty when that is not planned, or always possible.
  next_on date,
  -- No longer given: it stays readable where it was linked.
  ended boolean not null default false,
  revision int not null default 1,
  created_by uuid not null references app_user,
  created_at timestamptz not null
);

create table consultation_point (
  id uuid primary key default gen_random_uuid(),
  standard_id uuid not null references consultation,
  number int not null check (number > 0),
  body text not null check (length(trim(body)) >= 10),
  themes text[] not null default '{}',
  made_by uuid not null references app_user,
  made_at timestamptz not null,
  -- What is done with it, by whom, before when; with "none" the explanation says why.
  action text check (action in ('wording', 'question', 'training', 'none')),
  owner_id uuid references app_user,
  due_on date,
  explanation text,
  revision int not null default 1,
  unique (standard_id, number),
  unique (standard_id, id),
  check (case when action is null then owner_id is null and due_on is null and explanation is null
    when action = 'none' then owner_id is null and due_on is null and length(trim(explanation)) >= 10
    else owner_id is not null and due_on is not null end)
);
create index consultation_point_owner on consultation_point (owner_id);

create table consultation_point_input (
  point_id uuid not null,
  input_id uuid not null,
  standard_id uuid not null,
  primary key (point_id, input_id),
  foreign key (standard_id, point_id) references consultation_point (standard_id, id),
  foreign key (standard_id, input_id) references consultation_input (standard_id, id)
);
create index consultation_point_input_input on consultation_point_input (input_id);

-- What became of a point. A later outcome replaces an earlier one, which stays readable.
create table consultation_outcome (
  id bigint generated always as identity primary key,
  point_id uuid not null references consultation_point,
  action text not null check (action in ('wording', 'question', 'training', 'none')),
  outcome text not null check (outcome in ('adopted', 'partly', 'not-adopted')),
  reason text not null check (length(trim(reason)) >= 10),
  question_key text,
  course_id uuid references course,
  decided_by uuid not null references app_user,
  decided_at timestamptz not null,
  constraint outcome_shows_where check (outcome = 'not-adopted' or case action
    when 'training' then course_id is not null when 'none' then true else question_key is not null end)
);
create index consultation_outcome_point on consultation_outcome (point_id, id);
create trigger consultation_outcome_is_append_only before update or delete on consultation_outcome
  for each row execute function refuse_change();
create trigger consultation_outcome_is_never_emptied before truncate on consultation_outcome
  for each statement execute function refuse_change();

-- A draft becomes consulted only with its answer, whoever asks; and from then on the answer stands with it.
create function refuse_consulted_without_answer() returns trigger language plpgsql as $$
begin
  if old.status = 'draft' and new.status = 'consulted' and new.created_by is not null
    and not exists (select from consultation where standard_id = new.id and answer is not null) then
    raise exception 'the consultation question of this version is not answered' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger standard_terms_consulted before update of status on standard_terms
  for each row execute function refuse_consulted_without_answer();

create function refuse_change_to_fixed_consultation() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or exists (select from standard_terms where id in (new.standard_id, old.standard_id) and status <> 'draft') then
    raise exception 'the answer about the consultation stands with its version' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger consultation_fixed before update or delete on consultation
  for each row execute function refuse_change_to_fixed_consultation();

-- What was said does not change once something was done with it, and is never deleted.
create function refuse_change_to_treated_input() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (
    (to_jsonb(new) - array['set_aside_reason', 'set_aside_by', 'set_aside_at'])
      = (to_jsonb(old) - array['set_aside_reason', 'set_aside_by', 'set_aside_at'])
    or (old.set_aside_at is null and not exists (select from consultation_point_input where input_id = old.id))
  ) then return new; end if;
  raise exception 'input from which a point was distilled stands' using errcode = 'restrict_violation';
end $$;
create trigger consultation_input_stands before update or delete on consultation_input
  for each row execute function refuse_change_to_treated_input();
