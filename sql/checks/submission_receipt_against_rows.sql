-- promise: a receipt counts what is stored: accepted values are observations
--     or confirmations
select
    submission.submission_id as submission_id,
    submission.accepted as accepted,
    coalesce(stored.count, 0) + coalesce(confirmed.count, 0) + coalesce(packed.count, 0) as found
from intake.submission
left join (
    select submission_id, count(*) as count
    from warehouse.observation
    group by submission_id
) as stored on stored.submission_id = submission.submission_id
left join (
    select confirmation.submission_id, count(*) as count
    from intake.confirmation
    left join warehouse.observation
        on observation.measure_id = confirmation.measure_id
        and observation.city_id = confirmation.city_id
        and observation.period_start = confirmation.period_start
        and observation.period_months = confirmation.period_months
        and observation.variant = confirmation.variant
        and observation.breakdown_id = confirmation.breakdown_id
        and observation.submission_id = confirmation.submission_id
    where observation.submission_id is null
    group by confirmation.submission_id
) as confirmed on confirmed.submission_id = submission.submission_id
left join (
    select submission_id, sum(cardinality(measure_ids)) as count
    from intake.confirmation_block
    group by submission_id
) as packed on packed.submission_id = submission.submission_id
where submission.accepted
    <> coalesce(stored.count, 0) + coalesce(confirmed.count, 0) + coalesce(packed.count, 0);
