-- Hints about the wording of a question that someone looked at and left as it is, with the reason. A dismissal is about the words themselves
-- (docs/decisions/012): it holds wherever the same sentence is asked, and ends when the sentence changes.

create table wording_dismissal (
  id uuid primary key default gen_random_uuid(),
  language text not null check (language in ('nl', 'en')),
  rule text not null check (rule like language || '.%'),
  -- The sentence as it stood, and as it is compared: white space and capitals do not count.
  passage text not null check (length(passage) between 1 and 4000),
  passage_key text not null check (length(passage_key) between 1 and 8000),
  reason text not null check (length(trim(reason)) >= 10),
  dismissed_by uuid not null references app_user,
  dismissed_at timestamptz not null,
  withdrawn_by uuid references app_user,
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
-- One reason stands at a time, also when two people dismiss at once. The sentence itself may be too long for an index.
create unique index wording_dismissal_standing on wording_dismissal (language, rule, md5(passage_key)) where withdrawn_at is null;
create index wording_dismissal_passage on wording_dismissal (md5(passage_key)) where withdrawn_at is null;

-- Who left what as it was, when and why stays; only this can still happen to it: it is taken back, once.
create function refuse_change_to_wording_dismissal() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
    and (to_jsonb(new) - 'withdrawn_by' - 'withdrawn_at') = (to_jsonb(old) - 'withdrawn_by' - 'withdrawn_at') then return new; end if;
  raise exception 'a dismissal is kept: % refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger wording_dismissal_kept before update or delete on wording_dismissal
  for each row execute function refuse_change_to_wording_dismissal();
