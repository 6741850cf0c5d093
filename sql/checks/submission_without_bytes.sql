-- promise: the original bytes of every submission are kept
select
    submission.submission_id as submission_id
from intake.submission
where submission.byte_count > 0
    and not exists (
        select
        from intake.submission_chunk
        where submission_chunk.submission_id = submission.submission_id
    );
