-- promise: of a submission that another one superseded, that one has a value
--     for every key
select
    observation.submission_id as submission_id,
    observation.measure_id as measure_id,
    observation.city_id as city_id,
    observation.period_start as period_start
from warehouse.observation
inner join intake.submission on submission.submission_id = observation.submission_id
left join warehouse.observation as newer
    on newer.measure_id = observation.measure_id
    and newer.city_id = observation.city_id
    and newer.period_start = observation.period_start
    and newer.period_months = observation.period_months
    and newer.variant = observation.variant
    and newer.breakdown_id = observation.breakdown_id
    and newer.submission_id = submission.superseded_by
where submission.superseded_by is not null
    and (newer.measure_id is null or submission.superseded_by <= submission.submission_id);
