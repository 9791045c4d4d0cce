-- Sections that went from one author to another, with a word for who got them; and the note that stands at a section for whoever comes next.

create table section_hand_over (
  id uuid primary key default gen_random_uuid(),
  section_id uuid not null references section on delete cascade,
  -- Who was the author; null when nobody was.
  from_id uuid references app_user,
  to_id uuid not null references app_user,
  -- Who handed it over: the author, or who divides the work.
  given_by uuid not null references app_user,
  given_at timestamptz not null,
  note text not null check (length(note) <= 2000),
  -- When the new author said to have seen it.
  seen_at timestamptz,
  -- When the section went on to somebody else, or to nobody.
  ended_at timestamptz,
  check (from_id is distinct from to_id)
);
create unique index section_hand_over_now on section_hand_over (section_id) where ended_at is null;
create index section_hand_over_to on section_hand_over (to_id) where ended_at is null and seen_at is null;

-- One note for each section. Taken away its row stays, without words: so who replaces a note always says which one.
create table section_note (
  section_id uuid primary key references section on delete cascade,
  revision int not null check (revision > 0),
  body text check (length(trim(body)) between 1 and 2000),
  left_by uuid not null references app_user,
  left_at timestamptz not null
);
