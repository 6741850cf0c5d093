-- promise: a value is there exactly when its status says so, and is finite
select
    observation.submission_id as submission_id,
    observation.source_row as source_row,
    observation.source_column as source_column
from warehouse.observation
where (observation.status <= 3) <> (observation.value is not null)
    or observation.value in ('NaN', 'Infinity', '-Infinity');
