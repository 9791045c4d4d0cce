-- What must still reach the search engine: written in the transaction of the change itself, done when the engine has it.

create table search_outbox (
  id bigint generated always as identity primary key,
  object_type text not null check (object_type in ('release', 'incident')),
  object_id uuid not null,
  created_at timestamptz not null default now(),
  attempts int not null default 0,
  last_error text,
  retry_at timestamptz not null default now(),
  done_at timestamptz
);
create index search_outbox_open on search_outbox (retry_at, id) where done_at is null;

create function announce_search_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('search_outbox', '');
  return null;
end $$;
create trigger search_outbox_announced after insert on search_outbox for each statement execute function announce_search_outbox();
