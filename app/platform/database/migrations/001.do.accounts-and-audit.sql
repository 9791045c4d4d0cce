-- Who works here, what they may do, and what they did.

create table organisation (
  id uuid primary key default gen_random_uuid(),
  code text not null unique check (code <> ''),
  name_nl text not null,
  name_en text not null
);

create table role (
  code text primary key,
  name_nl text not null,
  name_en text not null
);

create table app_user (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email) and email like '%@%'),
  name text not null check (length(trim(name)) > 0),
  organisation_id uuid not null references organisation,
  password_hash text not null,
  language text not null default 'nl' check (language in ('nl', 'en')),
  active boolean not null default true,
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index app_user_email on app_user (email);

create table user_role (
  user_id uuid not null references app_user on delete cascade,
  role text not null references role,
  topics text[] not null default '{}' check (topics <@ array['gender', 'lgbtiq', 'conversion', 'trafficking']),
  primary key (user_id, role)
);

-- The cookie holds a random token; here stands only its SHA-256.
create table session (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  user_id uuid not null references app_user on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz
);
create index session_by_user on session (user_id);

-- Attempts to sign in that have not succeeded, counted before the password is looked at: guesses that come all at once are counted too.
create table sign_in_attempt (
  id bigint generated always as identity primary key,
  -- An account's id, or for an address without account the place it was tried from.
  about text not null,
  at timestamptz not null
);
create index sign_in_attempt_about on sign_in_attempt (about, at);
create index sign_in_attempt_at on sign_in_attempt (at);

-- BIO2 8.15.01: action, object, result, origin, actor, time. Append-only.
create table audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id uuid references app_user,
  origin text not null,
  action text not null,
  object_type text not null,
  object_id text,
  result text not null check (result in ('done', 'refused')),
  details jsonb not null default '{}'
);
create index audit_event_object on audit_event (object_type, object_id, id);
create index audit_event_actor on audit_event (actor_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

create trigger audit_event_is_append_only before update or delete on audit_event for each row execute function refuse_change();
create trigger audit_event_is_never_emptied before truncate on audit_event for each statement execute function refuse_change();

insert into role (code, name_nl, name_en) values
  ('author', 'Auteur', 'Author'),
  ('reviewer', 'Beoordelaar', 'Reviewer'),
  ('publisher', 'Uitgever (BZ)', 'Publisher (Foreign Affairs)'),
  ('policy', 'Beleidsmedewerker (AenM)', 'Policy officer (Asylum and Migration)'),
  ('contributor', 'Inbrenger (IND, DT&V)', 'Contributor (IND, DT&V)'),
  ('researcher', 'Onderzoeker (TOELT)', 'Researcher (TOELT)'),
  ('decision-officer', 'Beslismedewerker (IND)', 'Decision officer (IND)'),
  ('coordinator', 'Coördinator', 'Coordinator'),
  ('external-expert', 'Externe deskundige', 'External expert'),
  ('administrator', 'Beheerder', 'Administrator');

insert into organisation (code, name_nl, name_en) values
  ('BZ', 'Ministerie van Buitenlandse Zaken', 'Ministry of Foreign Affairs'),
  ('AenM', 'Ministerie van Asiel en Migratie', 'Ministry of Asylum and Migration'),
  ('IND', 'Immigratie- en Naturalisatiedienst', 'Immigration and Naturalisation Service'),
  ('TOELT', 'Team Onderzoek en Expertise Land en Taal (IND)', 'Country of Origin Research and Language Analysis team (IND)'),
  ('DT&V', 'Dienst Terugkeer en Vertrek', 'Repatriation and Departure Service'),
  ('COA', 'Centraal Orgaan opvang asielzoekers', 'Central Agency for the Reception of Asylum Seekers'),
  ('VWN', 'VluchtelingenWerk Nederland', 'Dutch Council for Refugees'),
  ('UNHCR', 'UNHCR', 'UNHCR'),
  ('EXT', 'Externe deskundigen', 'External experts');
