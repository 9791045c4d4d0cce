-- A release has files of two texts: the report, and since terms of reference are released with it, those.
alter table release_file
  add column part text not null default 'report' check (part in ('report', 'terms')),
  drop constraint release_file_pkey,
  add primary key (release_id, part, format);
