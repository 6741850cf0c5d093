-- promise: a value that a submission only repeated is an observation exactly
--     where an event made it one
select
    confirmation.submission_id as submission_id,
    confirmation.measure_id as measure_id,
    confirmation.city_id as city_id
from intake.confirmation
left join warehouse.observation
    on observation.measure_id = confirmation.measure_id
    and observation.city_id = confirmation.city_id
    and observation.period_start = confirmation.period_start
    and observation.period_months = confirmation.period_months
    and observation.variant = confirmation.variant
    and observation.breakdown_id = confirmation.breakdown_id
    and observation.submission_id = confirmation.submission_id
left join intake.submission_event on submission_event.position = confirmation.stored_by
where (observation.submission_id is null) <> (submission_event.position is null);
