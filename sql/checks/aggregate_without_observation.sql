-- promise: what an aggregate was made of belongs to an observation, or to a
--     confirmation of one
select
    aggregate_origin.submission_id as submission_id,
    aggregate_origin.measure_id as measure_id,
    aggregate_origin.city_id as city_id,
    aggregate_origin.period_start as period_start
from warehouse.aggregate_origin
left join warehouse.observation
    on observation.measure_id = aggregate_origin.measure_id
    and observation.city_id = aggregate_origin.city_id
    and observation.period_start = aggregate_origin.period_start
    and observation.period_months = aggregate_origin.period_months
    and observation.variant = aggregate_origin.variant
    and observation.breakdown_id = aggregate_origin.breakdown_id
    and observation.submission_id = aggregate_origin.submission_id
left join intake.confirmation
    on confirmation.measure_id = aggregate_origin.measure_id
    and confirmation.city_id = aggregate_origin.city_id
    and confirmation.period_start = aggregate_origin.period_start
    and confirmation.period_months = aggregate_origin.period_months
    and confirmation.variant = aggregate_origin.variant
    and confirmation.breakdown_id = aggregate_origin.breakdown_id
    and confirmation.submission_id = aggregate_origin.submission_id
where observation.submission_id is null and confirmation.submission_id is null;
