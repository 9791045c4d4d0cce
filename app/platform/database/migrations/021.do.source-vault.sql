-- Who confidential sources are. Everything that could tell stands here encrypted (AES-256-GCM), each row bound to its item; the key is not in the
-- database.
create schema vault;

create table vault.identity (
  item_id uuid primary key references public.source_item,
  key_id text not null check (key_id ~ '^[0-9a-f]{16}$'),
  nonce bytea not null check (octet_length(nonce) = 12),
  -- The ciphertext with the authentication tag at its end.
  sealed bytea not null check (octet_length(sealed) > 16),
  revision integer not null check (revision > 0),
  recorded_at timestamptz not null,
  recorded_by uuid not null references public.app_user,
  changed_at timestamptz not null,
  changed_by uuid not null references public.app_user
);
create index vault_identity_key on vault.identity (key_id);

create function vault.only_for_confidential_items() returns trigger language plpgsql as $$
begin
  if not exists (select from public.source_item where id = new.item_id and confidentiality = 'confidential') then
    raise exception 'the vault holds identities of confidential items only' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger identity_is_of_a_confidential_item before insert or update of item_id on vault.identity
  for each row execute function vault.only_for_confidential_items();

-- Who may read identities: persons, not roles. A right that was withdrawn stays on record.
create table vault.keeper (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.app_user,
  granted_at timestamptz not null,
  granted_by uuid not null references public.app_user,
  withdrawn_at timestamptz,
  withdrawn_by uuid references public.app_user,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (user_id <> granted_by)
);
create unique index vault_keeper_now on vault.keeper (user_id) where withdrawn_at is null;

-- Every time somebody asked who it is, whether they were told or not. What they gave as explanation is encrypted too: it may tell who it is.
create table vault.reading (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null references public.source_item,
  read_at timestamptz not null,
  read_by uuid not null references public.app_user,
  reason text not null check (reason in ('check-statement', 'contact-source', 'protect-source', 'legal-request', 'keep-current')),
  told boolean not null,
  key_id text not null check (key_id ~ '^[0-9a-f]{16}$'),
  nonce bytea not null check (octet_length(nonce) = 12),
  sealed bytea not null check (octet_length(sealed) > 16)
);
create index vault_reading_item on vault.reading (item_id, read_at desc);
create index vault_reading_at on vault.reading (read_at desc);

-- Readings stay as they are; only a new key may seal their explanation anew.
create function vault.reading_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.item_id, new.read_at, new.read_by, new.reason, new.told)
    is not distinct from (old.id, old.item_id, old.read_at, old.read_by, old.reason, old.told) then
    return new;
  end if;
  raise exception 'vault.reading is append-only: % refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger reading_is_kept before update or delete on vault.reading for each row execute function vault.reading_is_kept();
create trigger reading_is_never_emptied before truncate on vault.reading for each statement execute function public.refuse_change();
