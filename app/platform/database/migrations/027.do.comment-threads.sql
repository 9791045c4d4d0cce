-- Comments become threads: on a piece of text, on a question or on the whole section, with answers and with colleagues who are named in them.
-- What was remarked so far moves over; there is one kind of comment.

create table comment_thread (
  id uuid primary key default gen_random_uuid(),
  section_id uuid not null references section on delete cascade,
  place text not null check (place in ('section', 'question', 'text')),
  question_key text,
  block_id text,
  -- The words it is about as they stood, so that a comment outlives a change of the text or of the question.
  quote text,
  -- Facts and personal opinions in internal deliberation are disclosed differently (Woo, article 5.2). Null for what nobody has said of it.
  nature text check (nature in ('fact', 'opinion')),
  started_by uuid not null references app_user,
  started_at timestamptz not null,
  resolved_by uuid references app_user,
  resolved_at timestamptz,
  check ((resolved_by is null) = (resolved_at is null)),
  check ((place = 'question') = (question_key is not null)),
  check (place <> 'section' or (block_id is null and quote is null)),
  check (place = 'text' or block_id is null)
);
create index comment_thread_section on comment_thread (section_id, started_at);

create table comment_message (
  id uuid primary key default gen_random_uuid(),
  -- The order in which they were written.
  place bigint generated always as identity,
  thread_id uuid not null references comment_thread on delete cascade,
  author_id uuid not null references app_user,
  body text not null check (length(trim(body)) > 0),
  written_at timestamptz not null
);
create index comment_message_thread on comment_message (thread_id, place);

create table comment_mention (
  message_id uuid not null references comment_message on delete cascade,
  user_id uuid not null references app_user,
  primary key (message_id, user_id)
);
create index comment_mention_user on comment_mention (user_id);

insert into comment_thread (id, section_id, place, block_id, quote, started_by, started_at, resolved_by, resolved_at)
select id, section_id, case when block_id is null and quote is null then 'section' else 'text' end, block_id, quote, author_id, created_at,
  resolved_by, resolved_at
from review_comment;

insert into comment_message (thread_id, author_id, body, written_at)
select id, author_id, body, created_at from review_comment order by created_at, id;

drop table review_comment;
