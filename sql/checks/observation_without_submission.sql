-- promise: every observation belongs to a submission that was not rejected
select distinct
    observation.submission_id as submission_id
from warehouse.observation
left join intake.submission on submission.submission_id = observation.submission_id
where submission.submission_id is null or submission.is_rejected;
