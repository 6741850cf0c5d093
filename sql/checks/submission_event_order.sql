-- promise: events are numbered without a gap, and a submission is withdrawn
--     where its last event says so
select
    submission.submission_id as submission_id
from intake.submission
left join (
    select
        submission_event.submission_id as submission_id,
        max(submission_event.position) as position
    from intake.submission_event
    group by submission_event.submission_id
) as last on last.submission_id = submission.submission_id
left join intake.submission_event on submission_event.position = last.position
where submission.is_withdrawn <> (coalesce(submission_event.action, '') = 'withdrawn')
union all
select
    numbered.submission_id as submission_id
from (
    select
        submission_event.submission_id as submission_id,
        submission_event.position as position,
        row_number() over (order by submission_event.position) as place
    from intake.submission_event
) as numbered
where numbered.position <> numbered.place;
