-- ⁨השורות של כל לקוח נמצאות בלי לקרוא את אלה של כולם. מופעל מתוך ⁦`compose.queue.yaml`⁩; אפשר להריץ שוב.⁩
do $$
declare
  wanted record;
  found record;
begin
  for wanted in select * from (values
    ('journey_contacts', 'contact', 'hash'),
    ('journey_identities', 'key', 'hash'),
    ('journey_events', 'contact', 'hash'),
    ('journey_events', 'key', 'hash'),
    ('journey_runs', 'run', 'hash'),
    ('journey_runs', 'contact', 'hash'),
    ('journey_runs', 'due', 'btree'),
    ('journey_dates', 'key', 'hash'),
    ('journey_dates', 'contact', 'hash'),
    ('journey_dates', 'due', 'btree'),
    ('journey_set_aside', 'key', 'hash')
  ) as indexes (table_name, column_name, method) loop
    if not exists (select from data_table where name = wanted.table_name) then
      raise exception 'אין עדיין טבלה %: מייבאים את התהליכים ומפרסמים אותם.', wanted.table_name;
    end if;
    for found in select id from data_table where name = wanted.table_name loop
      execute format(
        'create index if not exists %I on %I using %s (%I)',
        concat_ws('_', wanted.table_name, wanted.column_name, found.id),
        'data_table_user_' || found.id,
        wanted.method,
        wanted.column_name
      );
    end loop;
  end loop;
end
$$;
