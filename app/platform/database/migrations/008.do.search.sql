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

-- The index of the PostgreSQL engine (search/postgres): derived, and rebuilt at any time from releases and incidents.
create schema search;

create table search.document (
  id text primary key,
  type text not null check (type in ('passage', 'incident')),
  country text not null,
  themes text[] not null,
  current boolean not null,
  facts_from date not null,
  facts_to date not null,
  newest date not null,
  -- Stems, compound parts and thesaurus concepts, made by search/language, not by a dictionary of the server.
  terms tsvector not null,
  -- Folded words, for phrases.
  words text not null,
  document jsonb not null
);
create index document_terms on search.document using gin (terms);
create index document_newest on search.document (newest desc, id);

-- Every word that was ever indexed, with its three-letter groups: what a misspelt word is compared with.
create table search.word (
  word text primary key,
  grams text[] not null
);
create index word_grams on search.word using gin (grams);
