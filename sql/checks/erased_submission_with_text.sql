-- promise: of an erased submission no byte and no text of a cell is left
select
    submission.submission_id as submission_id
from intake.submission
where submission.original = 'erased'
    and (
        exists (
            select
            from intake.submission_chunk
            where submission_chunk.submission_id = submission.submission_id
        )
        or exists (
            select
            from intake.code_list
            where code_list.submission_id = submission.submission_id
        )
        or exists (
            select
            from intake.record_key
            where record_key.submission_id = submission.submission_id
        )
        or exists (
            select
            from intake.finding
            where finding.submission_id = submission.submission_id
                and (
                    finding.raw_text is not null
                    or finding.found is not null
                    or finding.column_name is not null
                )
        )
        or exists (
            select
            from warehouse.observation
            where observation.submission_id = submission.submission_id
                and observation.raw_text is not null
        )
        or exists (
            select
            from intake.confirmation
            where confirmation.submission_id = submission.submission_id
                and confirmation.raw_text is not null
        )
        or exists (
            select
            from preview.release_lineage
            where release_lineage.submission_id = submission.submission_id
                and release_lineage.raw_text is not null
        )
        or exists (
            select
            from intake.confirmation_block
            where confirmation_block.submission_id = submission.submission_id
                and confirmation_block.raw_texts is not null
        )
        or exists (
            select
            from member.release_lineage
            where release_lineage.submission_id = submission.submission_id
                and release_lineage.raw_text is not null
        )
        or exists (
            select
            from open.release_lineage
            where release_lineage.submission_id = submission.submission_id
                and release_lineage.raw_text is not null
        )
        or exists (
            select
            from intake.explanation
            where explanation.submission_id = submission.submission_id
                and explanation.explanation <> 'The text was erased.'
        )
    );
