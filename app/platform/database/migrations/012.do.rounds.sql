-- Rounds: AenM asks parties to propose questions before a date, and every proposal ends with a reason that its giver can see (SR-26, SR-50).

create table round (
  id uuid primary key default gen_random_uuid(),
  -- What it is about: the terms of reference of a country, or a draft of the standard.
  terms_id uuid references terms_of_reference,
  standard_id uuid references standard_terms,
  request text not null check (length(trim(request)) >= 10),
  -- The last day, Dutch time, on which proposals can be made.
  closes_on date not null,
  opened_by uuid not null references app_user,
  opened_at timestamptz not null,
  closed_by uuid references app_user,
  closed_at timestamptz,
  -- Why it was closed before its date.
  closing_reason text,
  check (num_nonnulls(terms_id, standard_id) = 1),
  check ((closed_by is null) = (closed_at is null)),
  check (closing_reason is null or (closed_at is not null and length(trim(closing_reason)) >= 10))
);
-- One open round at a time about the same questions.
create unique index round_open_about_terms on round (terms_id) where closed_at is null;
create unique index round_open_about_standard on round (standard_id) where closed_at is null;

create table round_asked (
  round_id uuid not null references round on delete cascade,
  organisation text not null references organisation (code),
  primary key (round_id, organisation)
);

create table proposal (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references round,
  -- Counts from 1 in its round; a withdrawn one keeps its number.
  number int not null check (number > 0),
  kind text not null check (kind in ('new-question', 'wording', 'drop', 'remark')),
  organisation text not null references organisation (code),
  -- Who gave it: an account, or an invitation to an organisation; of the latter nobody is named.
  giver_id uuid references app_user,
  invitation_id uuid,
  -- The question it is about, as it stood then; null for a new one.
  question_key text,
  question_nl text,
  question_en text,
  -- The section a new question should stand in.
  node_key text,
  wording_nl text not null default '',
  wording_en text not null default '',
  question_kind text check (question_kind in ('context', 'trend', 'event', 'group', 'law', 'policy', 'practice', 'protection', 'documents', 'return')),
  themes text[] not null default '{}',
  rationale text not null check (length(trim(rationale)) >= 10),
  given_at timestamptz not null,
  changed_at timestamptz not null,
  revision int not null default 1,
  withdrawn_at timestamptz,
  -- Taken together with another one of the round, to be decided at once.
  merged_into uuid,
  merged_by uuid references app_user,
  merged_at timestamptz,
  unique (round_id, number),
  unique (round_id, id),
  foreign key (round_id, merged_into) references proposal (round_id, id),
  check (merged_into <> id),
  check (num_nulls(merged_into, merged_by, merged_at) in (0, 3)),
  check (num_nonnulls(giver_id, invitation_id) = 1),
  constraint proposal_is_whole check (case kind
    when 'new-question' then question_key is null and node_key is not null and question_kind is not null and length(wording_nl || wording_en) >= 10
    when 'wording' then question_key is not null and node_key is null and length(wording_nl || wording_en) >= 10
    when 'drop' then question_key is not null and node_key is null and wording_nl || wording_en = ''
    else node_key is null and wording_nl || wording_en = '' end),
  check ((question_key is null) = (question_nl is null) and (question_key is null) = (question_en is null))
);
create index proposal_giver on proposal (giver_id);
create index proposal_invitation on proposal (invitation_id);
create index proposal_merged on proposal (merged_into);

-- What became of a proposal. A later decision replaces an earlier one, which stays readable.
create table proposal_decision (
  id bigint generated always as identity primary key,
  proposal_id uuid not null references proposal,
  outcome text not null check (outcome in ('adopted', 'partly', 'not-adopted')),
  reason text not null check (length(trim(reason)) >= 10),
  change text not null check (change in ('add', 'reword', 'drop', 'covered', 'none')),
  question_key text,
  decided_by uuid not null references app_user,
  decided_at timestamptz not null,
  check ((change = 'none') = (question_key is null)),
  check (outcome <> 'not-adopted' or change = 'none')
);
create index proposal_decision_of on proposal_decision (proposal_id, id);
create trigger proposal_decision_is_append_only before update or delete on proposal_decision
  for each row execute function refuse_change();
create trigger proposal_decision_is_never_emptied before truncate on proposal_decision
  for each statement execute function refuse_change();

-- Those taken together stand under one of them: never in a chain.
create function refuse_merge_in_a_chain() returns trigger language plpgsql as $$
begin
  if new.merged_into is not null and (
    exists (select from proposal where id = new.merged_into and merged_into is not null)
    or exists (select from proposal where merged_into = new.id)
  ) then
    raise exception 'a proposal that stands under another has none under it' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger proposal_merge_is_flat before insert or update of merged_into on proposal
  for each row execute function refuse_merge_in_a_chain();

-- Once a round is closed it stands, and what was proposed and decided in it.
create function refuse_change_to_closed_round() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null then
    raise exception 'the round is closed' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger round_stands before update or delete on round for each row execute function refuse_change_to_closed_round();

create function refuse_change_in_closed_round() returns trigger language plpgsql as $$
begin
  if exists (select from round where id in (new.round_id, old.round_id) and closed_at is not null) then
    raise exception 'the round is closed' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger round_asked_stands before insert or update or delete on round_asked
  for each row execute function refuse_change_in_closed_round();
create trigger proposal_stands before insert or update or delete on proposal
  for each row execute function refuse_change_in_closed_round();

create function refuse_decision_in_closed_round() returns trigger language plpgsql as $$
begin
  if exists (select from proposal join round on round.id = round_id where proposal.id = new.proposal_id and closed_at is not null) then
    raise exception 'the round is closed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger proposal_decision_in_open_round before insert on proposal_decision
  for each row execute function refuse_decision_in_closed_round();
