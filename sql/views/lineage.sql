-- grain: one row a released figure and contributing observation
-- reads: the release tables of schema member
-- used by: analysts, report

-- Each table joined doubles the time that planning takes, which is most of the
-- time where one figure is asked for: so one name is looked up by itself, in
-- the few rows where it is another, and the newest releases come as a list.
create or replace view member.lineage_history as
select
    metric.metric as metric,
    city.city as city,
    release.period as period,
    release.period_start as period_start,
    release.period_end as period_end,
    breakdown_value.breakdown as breakdown,
    release.release_id as release,
    measure.measure as measure,
    release_lineage.measure_period as measure_period,
    release_lineage.measure_value as measure_value,
    nullif(release_lineage.submission_id, 0) as submission,
    to_char(submission.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as received_at,
    case
        when release_lineage.submission_id = 0 then 'services.csv'
        else submission.file || coalesce('/' || submission.part_member[place.part], '')
    end as file,
    submission.part_sheet[place.part] as sheet,
    case
        when release_lineage.row_count is null
            then nullif(release_lineage.source_row, 0)
                - coalesce(submission.part_first_row[place.part], 0)
    end as source_row,
    case
        when release_lineage.row_count is null
            then nullif(release_lineage.source_column::integer, 0)
    end as source_column,
    case
        when release_lineage.row_count is null
            then coalesce(release_lineage.raw_text, release_lineage.measure_value::text)
    end as raw_text,
    release_lineage.row_count as row_count,
    release_lineage.filter as filter,
    coalesce(
        lpad(to_hex(release_lineage.row_digest), 16, '0'), submission.digest
    ) as digest,
    case
        when release_lineage.submission_id = 0 then 'population-served'
        when release_lineage.row_count is not null then 'aggregate'
        else 'cell'
    end as rule,
    submission.mapping as mapping,
    submission.standard_version as standard_version,
    case
        when release_lineage.measure_breakdown_id = release_lineage.breakdown_id
            then breakdown_value.breakdown
        else (
            select measured.breakdown
            from member.breakdown_value as measured
            where measured.breakdown_id = release_lineage.measure_breakdown_id
        )
    end as measure_breakdown,
    release_lineage.explanation as explanation,
    release_lineage.explained_by as explained_by,
    submission.vintage as vintage
from member.release_lineage
inner join member.release on release.release_id = release_lineage.release_id
inner join member.metric on metric.metric_id = release_lineage.metric_id
inner join member.city on city.city_id = release_lineage.city_id
inner join member.breakdown_value
    on breakdown_value.breakdown_id = release_lineage.breakdown_id
inner join member.measure on measure.measure_id = release_lineage.measure_id
left join member.submission on submission.submission_id = release_lineage.submission_id
-- The table of the cell; of an aggregate the only one, where there is one.
cross join lateral (
    select
        case
            when release_lineage.row_count is null
                then width_bucket(release_lineage.source_row - 1, submission.part_first_row)
            when cardinality(submission.part_first_row) = 1 then 1
        end as part
) as place;

create or replace view member.lineage as
select
    lineage_history.metric,
    lineage_history.city,
    lineage_history.period,
    lineage_history.period_start,
    lineage_history.period_end,
    lineage_history.breakdown,
    lineage_history.release,
    lineage_history.measure,
    lineage_history.measure_period,
    lineage_history.measure_value,
    lineage_history.submission,
    lineage_history.received_at,
    lineage_history.file,
    lineage_history.sheet,
    lineage_history.source_row,
    lineage_history.source_column,
    lineage_history.raw_text,
    lineage_history.row_count,
    lineage_history.filter,
    lineage_history.digest,
    lineage_history.rule,
    lineage_history.mapping,
    lineage_history.standard_version,
    lineage_history.measure_breakdown,
    lineage_history.explanation,
    lineage_history.explained_by,
    lineage_history.vintage
from member.lineage_history
where lineage_history.release = any (
    array(select release.release_id from member.release where release.is_newest)
);

comment on view member.lineage is 'From any released figure to the file, line and column it came from. Newest release of each period.';
comment on column member.lineage.metric is 'The metric, domain/name.';
comment on column member.lineage.city is 'The id of the city.';
comment on column member.lineage.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.lineage.period_start is 'The first day of the period.';
comment on column member.lineage.period_end is 'The day after the period (exclusive).';
comment on column member.lineage.breakdown is 'The population group or district; total for all.';
comment on column member.lineage.release is 'The number of the release.';
comment on column member.lineage.measure is 'The measure that contributed, domain/name.';
comment on column member.lineage.measure_period is 'The period of the contributing value, which may differ for a stock denominator.';
comment on column member.lineage.measure_value is 'The contributing value, in the unit of the measure.';
comment on column member.lineage.submission is 'The number of the submission that brought it; null for what came from the consortium folder.';
comment on column member.lineage.received_at is 'When that submission was received, ISO 8601 in UTC.';
comment on column member.lineage.file is 'The file as it was sent, with the path in it where it is an archive or a folder; or the file of the consortium folder. Null in schema open for what was sent.';
comment on column member.lineage.sheet is 'The sheet of a workbook; null for text files, for an aggregate of several sheets, and in schema open.';
comment on column member.lineage.source_row is 'The line or row of the cell in its file and sheet, from 1; null for an aggregate and for the consortium folder.';
comment on column member.lineage.source_column is 'The column of the cell, from 1; null for an aggregate and for the consortium folder.';
comment on column member.lineage.raw_text is 'The text of the cell; null for an aggregate.';
comment on column member.lineage.row_count is 'How many rows an aggregate is made of; null for a cell.';
comment on column member.lineage.filter is 'Which rows an aggregate is made of and what was done with them, in words; null for a cell.';
comment on column member.lineage.digest is 'SHA-256 of the file, in hexadecimal; for an aggregate the 64-bit FNV-1a digest of its rows. Null in schema open.';
comment on column member.lineage.rule is 'How the value was taken: cell, aggregate (of many rows), or population-served (services.csv).';
comment on column member.lineage.mapping is 'The mapping that read the file.';
comment on column member.lineage.standard_version is 'The version of the standard under which it was loaded.';
comment on column member.lineage.measure_breakdown is 'The group of the contributing value: the figure''s own, unless the figure is made of several groups.';
comment on column member.lineage.explanation is 'What the city said about the value and lets be published; null for nothing.';
comment on column member.lineage.explained_by is 'Who said it; null in schema open, which names no people.';
comment on column member.lineage.vintage is 'The edition of its source that the file is of, such as that of a population estimate; null where its mapping names none.';
comment on view member.lineage_history is 'From any released figure to the file, line and column it came from. All releases.';
comment on column member.lineage_history.metric is 'The metric, domain/name.';
comment on column member.lineage_history.city is 'The id of the city.';
comment on column member.lineage_history.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.lineage_history.period_start is 'The first day of the period.';
comment on column member.lineage_history.period_end is 'The day after the period (exclusive).';
comment on column member.lineage_history.breakdown is 'The population group or district; total for all.';
comment on column member.lineage_history.release is 'The number of the release.';
comment on column member.lineage_history.measure is 'The measure that contributed, domain/name.';
comment on column member.lineage_history.measure_period is 'The period of the contributing value, which may differ for a stock denominator.';
comment on column member.lineage_history.measure_value is 'The contributing value, in the unit of the measure.';
comment on column member.lineage_history.submission is 'The number of the submission that brought it; null for what came from the consortium folder.';
comment on column member.lineage_history.received_at is 'When that submission was received, ISO 8601 in UTC.';
comment on column member.lineage_history.file is 'The file as it was sent, with the path in it where it is an archive or a folder; or the file of the consortium folder. Null in schema open for what was sent.';
comment on column member.lineage_history.sheet is 'The sheet of a workbook; null for text files, for an aggregate of several sheets, and in schema open.';
comment on column member.lineage_history.source_row is 'The line or row of the cell in its file and sheet, from 1; null for an aggregate and for the consortium folder.';
comment on column member.lineage_history.source_column is 'The column of the cell, from 1; null for an aggregate and for the consortium folder.';
comment on column member.lineage_history.raw_text is 'The text of the cell; null for an aggregate.';
comment on column member.lineage_history.row_count is 'How many rows an aggregate is made of; null for a cell.';
comment on column member.lineage_history.filter is 'Which rows an aggregate is made of and what was done with them, in words; null for a cell.';
comment on column member.lineage_history.digest is 'SHA-256 of the file, in hexadecimal; for an aggregate the 64-bit FNV-1a digest of its rows. Null in schema open.';
comment on column member.lineage_history.rule is 'How the value was taken: cell, aggregate (of many rows), or population-served (services.csv).';
comment on column member.lineage_history.mapping is 'The mapping that read the file.';
comment on column member.lineage_history.standard_version is 'The version of the standard under which it was loaded.';
comment on column member.lineage_history.measure_breakdown is 'The group of the contributing value: the figure''s own, unless the figure is made of several groups.';
comment on column member.lineage_history.explanation is 'What the city said about the value and lets be published; null for nothing.';
comment on column member.lineage_history.explained_by is 'Who said it; null in schema open, which names no people.';
comment on column member.lineage_history.vintage is 'The edition of its source that the file is of, such as that of a population estimate; null where its mapping names none.';
