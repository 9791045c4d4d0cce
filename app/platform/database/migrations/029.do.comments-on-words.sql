-- A thread on words of a text that carry a mark of it, beside one on a paragraph: its words can move, be taken out, and come back.

alter table comment_thread drop constraint comment_thread_place_check;
alter table comment_thread add constraint comment_thread_place_check check (place in ('section', 'question', 'text', 'words'));
do $$
declare held text;
begin
  -- Named by the database when it was made: the one that asks where a block may be named.
  select conname into strict held from pg_constraint
  where conrelid = 'comment_thread'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%(place = ''text''::text) OR (block_id IS NULL)%';
  execute format('alter table comment_thread drop constraint %I', held);
end $$;
alter table comment_thread add constraint comment_thread_block check (place in ('text', 'words') or block_id is null);
alter table comment_thread add constraint comment_thread_words check (place <> 'words' or quote is not null);
