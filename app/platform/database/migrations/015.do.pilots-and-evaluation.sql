-- Trying a version of the standard out in some countries, and weighing what became of every question.

-- For which countries a version is tried out before it is in force (SR-10).
create table standard_pilot (
  standard_id uuid not null references standard_terms on delete cascade,
  country_code text not null references country,
  marked_by uuid not null references app_user,
  marked_at timestamptz not null,
  primary key (standard_id, country_code)
);

-- A mark that terms of reference came from stays: it says why they could start from a version that was not in force.
create function refuse_end_of_used_pilot() returns trigger language plpgsql as $$
begin
  if exists (select from terms_of_reference where standard_id = old.standard_id and country_code = old.country_code) then
    raise exception 'terms of reference came from this pilot' using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger standard_pilot_in_use before update or delete on standard_pilot
  for each row execute function refuse_end_of_used_pilot();

-- What a released section amounts to, counted once: the release it is counted from never changes.
create table released_section_figures (
  release_id uuid not null,
  section_id uuid not null,
  question_keys text[] not null,
  words int not null check (words >= 0),
  -- Whether anything but gap statements stands in it, and whether a gap statement does.
  has_text boolean not null,
  has_gap boolean not null,
  -- Distinct source items, and beside each the kind of its source.
  item_ids uuid[] not null,
  item_kinds text[] not null,
  -- Distinct incidents: with context figures, and with the recorded reason why there are none.
  incidents_in_context uuid[] not null,
  incidents_without_context uuid[] not null,
  -- The day of the first recorded save and of the approval the release rests on, in the Netherlands.
  written_from date,
  approved_on date not null,
  primary key (release_id, section_id),
  foreign key (release_id, section_id) references release_section (release_id, section_id),
  check (cardinality(item_ids) = cardinality(item_kinds))
);

-- A question about a question, put to one group of people (SR-69, SR-70): subject and addressee are both named.
create table remark_request (
  id uuid primary key default gen_random_uuid(),
  standard_id uuid not null references standard_terms on delete cascade,
  question_key text not null,
  addressee text not null check (addressee in ('author', 'reviewer', 'decision-officer', 'researcher', 'contributor')),
  body text not null check (length(trim(body)) > 0),
  open_until date not null,
  asked_by uuid not null references app_user,
  asked_at timestamptz not null
);
create index remark_request_question on remark_request (standard_id, question_key);

-- What those who answer a question and those who use the answer say of it (SR-12, SR-62): about something named, in words, never a mark.
create table question_remark (
  id uuid primary key default gen_random_uuid(),
  standard_id uuid not null references standard_terms,
  question_key text not null,
  report_id uuid not null references report on delete cascade,
  section_id uuid references section on delete set null,
  -- What an officer read; authors speak about the section as they write it.
  release_id uuid references release,
  side text not null check (side in ('author', 'officer')),
  aspect text not null,
  body text not null check (length(trim(body)) >= 10),
  request_id uuid references remark_request,
  given_by uuid not null references app_user,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  check ((side = 'officer') = (release_id is not null))
);
create index question_remark_question on question_remark (standard_id, question_key) where withdrawn_at is null;
create index question_remark_giver on question_remark (given_by, report_id);

-- What is proposed for a question of a version and what was decided (SR-12). Every wording of it stays: a change is a next revision.
create table question_evaluation (
  standard_id uuid not null references standard_terms,
  question_key text not null,
  revision int not null check (revision > 0),
  change text not null check (change in ('keep', 'reword', 'split', 'merge', 'move', 'drop', 'take-back')),
  proposal text not null default '',
  decision text check (decision in ('adopted', 'partly', 'not-adopted')),
  decision_reason text not null default '',
  recorded_by uuid not null references app_user,
  recorded_at timestamptz not null,
  primary key (standard_id, question_key, revision),
  check (change = 'keep' or length(trim(proposal)) >= 10),
  check (decision is null or length(trim(decision_reason)) >= 10)
);
create trigger question_evaluation_is_append_only before update or delete on question_evaluation
  for each row execute function refuse_change();
create trigger question_evaluation_is_never_emptied before truncate on question_evaluation
  for each statement execute function refuse_change();
