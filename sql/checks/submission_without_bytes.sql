-- promise: the original of every submission is there as far as its row says
select
    submission.submission_id as submission_id
from intake.submission
where submission.original not in ('none', 'erased')
    and submission.byte_count > 0
    and not exists (
        select
        from intake.submission_chunk
        where submission_chunk.submission_id = submission.submission_id
    );
