-- promise: the tables of a submission are told in their order, each with its
--     file and sheet
select
    submission.submission_id as submission_id
from intake.submission
where cardinality(submission.part_member) <> cardinality(submission.part_first_row)
    or cardinality(submission.part_sheet) <> cardinality(submission.part_first_row)
    or submission.part_first_row <> (
        select coalesce(array_agg(part.first_row order by part.first_row), '{}')
        from unnest(submission.part_first_row) as part (first_row)
    );
