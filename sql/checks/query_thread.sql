-- promise: a question is about a figure that the registry knows, is opened by
--     its first entry, and nothing is said on it after it was closed
select
    'question' as kind,
    query.query_id as number
from intake.query
left join warehouse.measure on measure.measure_id = query.measure_id
left join warehouse.city on city.city_id = query.city_id
left join warehouse.breakdown on breakdown.breakdown_id = query.breakdown_id
left join intake.query_entry
    on query_entry.query_id = query.query_id
    and query_entry.entry = 1
    and query_entry.action = 'opened'
where measure.measure_id is null
    or city.city_id is null
    or breakdown.breakdown_id is null
    or query_entry.query_id is null
union all
select
    'entry' as kind,
    query_entry.query_id as number
from intake.query_entry
left join intake.query_entry as earlier
    on earlier.query_id = query_entry.query_id
    and earlier.entry = query_entry.entry - 1
where not exists (select from intake.query where query.query_id = query_entry.query_id)
    or query_entry.action not in ('opened', 'answered', 'closed')
    or query_entry.side not in ('consortium', 'city')
    or query_entry.author = ''
    or query_entry.message = ''
    or (query_entry.action = 'opened') <> (query_entry.entry = 1)
    or (query_entry.entry > 1 and coalesce(earlier.action, 'closed') = 'closed');
