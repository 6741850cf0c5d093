-- promise: every submission names a version of the standard that is known
select
    submission.submission_id as submission_id,
    submission.standard_version_id as standard_version_id
from intake.submission
left join warehouse.standard_version
    on standard_version.standard_version_id = submission.standard_version_id
where standard_version.standard_version_id is null;
