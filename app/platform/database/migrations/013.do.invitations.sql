-- Invitations: an organisation without an account answers by a link of its own. The link holds a random token; here stands only its SHA-256.

create table invitation (
  id uuid primary key default gen_random_uuid(),
  -- What the organisation is invited to, and to which round or consultation of which version.
  purpose text not null check (purpose in ('round', 'consultation')),
  object_id uuid not null,
  organisation text not null references organisation (code),
  -- A function ("beleidsadviseur"), never a private person.
  addressee text not null check (length(trim(addressee)) between 3 and 100 and addressee !~ '[@0-9]'),
  token_hash bytea not null unique check (length(token_hash) = 32),
  -- The last day, Dutch time, on which something can be given.
  expires_on date not null,
  created_by uuid not null references app_user,
  created_at timestamptz not null,
  opened_at timestamptz,
  -- The first time something was given: from then on the link also shows what became of it.
  given_at timestamptz,
  handed_in_at timestamptz,
  withdrawn_by uuid references app_user,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  check (num_nulls(withdrawn_by, withdrawn_at, withdrawn_reason) in (0, 3)),
  check (withdrawn_reason is null or length(trim(withdrawn_reason)) >= 10),
  check (handed_in_at is null or (withdrawn_at is null and given_at is not null))
);
create index invitation_object on invitation (purpose, object_id, created_at);

-- Who was invited to what stays as it was; what happened to an invitation happens once.
create function refuse_change_to_invitation() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (to_jsonb(new) - array['opened_at', 'given_at', 'handed_in_at', 'withdrawn_by', 'withdrawn_at', 'withdrawn_reason'])
      = (to_jsonb(old) - array['opened_at', 'given_at', 'handed_in_at', 'withdrawn_by', 'withdrawn_at', 'withdrawn_reason'])
    and (old.opened_at is null or new.opened_at = old.opened_at)
    and (old.given_at is null or new.given_at = old.given_at)
    and (old.handed_in_at is null or new.handed_in_at = old.handed_in_at)
    and (old.withdrawn_at is null or to_jsonb(new) = to_jsonb(old))
  then return new; end if;
  raise exception 'an invitation is not changed afterwards' using errcode = 'restrict_violation';
end $$;
create trigger invitation_stands before update or delete on invitation for each row execute function refuse_change_to_invitation();
create trigger invitations_are_never_emptied before truncate on invitation for each statement execute function refuse_change();

-- Links that were tried and do not exist, by where they were tried from.
create table invitation_attempt (
  id bigint generated always as identity primary key,
  origin text not null,
  at timestamptz not null
);
create index invitation_attempt_origin on invitation_attempt (origin, at);
create index invitation_attempt_at on invitation_attempt (at);
