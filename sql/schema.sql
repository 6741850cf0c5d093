-- What a migrated database looks like: pg_dump, without versions and owners.
-- Written and compared by a test; changed by migrations and views only.

CREATE SCHEMA intake;

COMMENT ON SCHEMA intake IS 'What was received: submissions, their bytes, mappings and findings. Operators only.';

CREATE SCHEMA member;

COMMENT ON SCHEMA member IS 'What a release shows to members. Analysts read the views.';

CREATE SCHEMA warehouse;

COMMENT ON SCHEMA warehouse IS 'The registry and every version of every number. Operators only.';

CREATE TABLE intake.confirmation (
    submission_id bigint NOT NULL,
    confirmed_submission_id bigint NOT NULL,
    measure_id integer NOT NULL,
    city_id integer NOT NULL,
    period_start date NOT NULL,
    breakdown_id integer NOT NULL,
    source_row integer NOT NULL,
    period_months smallint NOT NULL,
    variant smallint NOT NULL,
    source_column smallint NOT NULL,
    raw_text text
);

COMMENT ON TABLE intake.confirmation IS 'Values that a submission repeated unchanged: what is current when the confirmed submission is withdrawn.';

CREATE TABLE intake.finding (
    submission_id bigint NOT NULL,
    finding bigint NOT NULL,
    rule text NOT NULL,
    severity text NOT NULL,
    sheet text,
    source_row integer,
    source_column integer,
    column_name text,
    city text,
    measure text,
    period text,
    problem text NOT NULL,
    found text,
    expected text,
    remedy text,
    raw_text text
);

COMMENT ON TABLE intake.finding IS 'What a rule noticed in a submission: where, what, expected, remedy.';

COMMENT ON COLUMN intake.finding.raw_text IS 'What was rejected, as it stood in the file, without personal columns.';

CREATE TABLE intake.mapping (
    mapping_id integer NOT NULL,
    mapping text NOT NULL,
    digest text NOT NULL,
    content text NOT NULL
);

COMMENT ON TABLE intake.mapping IS 'Every text of every mapping that brought a submission.';

CREATE TABLE intake.submission (
    submission_id bigint NOT NULL,
    identity text NOT NULL,
    digest text NOT NULL,
    mapping_id integer NOT NULL,
    standard_version_id integer NOT NULL,
    sender text NOT NULL,
    file text NOT NULL,
    byte_count bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    original text DEFAULT 'none'::text NOT NULL,
    is_rejected boolean DEFAULT false NOT NULL,
    is_withdrawn boolean DEFAULT false NOT NULL,
    rows_read bigint DEFAULT 0 NOT NULL,
    values_read bigint DEFAULT 0 NOT NULL,
    accepted bigint DEFAULT 0 NOT NULL,
    rejected bigint DEFAULT 0 NOT NULL,
    unchanged bigint DEFAULT 0 NOT NULL,
    superseded bigint DEFAULT 0 NOT NULL
);

COMMENT ON TABLE intake.submission IS 'One file received from one sender; order is the submission number.';

COMMENT ON COLUMN intake.submission.identity IS 'SHA-256 over bytes, mapping, standard version and sender: the same identity changes nothing.';

COMMENT ON COLUMN intake.submission.original IS 'What is kept of the bytes: whole; redacted, without the columns that the mapping marks personal; none.';

COMMENT ON COLUMN intake.submission.is_rejected IS 'True for a file of which nothing could be used.';

COMMENT ON COLUMN intake.submission.is_withdrawn IS 'True while what it brought is not current.';

COMMENT ON COLUMN intake.submission.rejected IS 'Values (or rows that could not be split into values) that were not accepted.';

COMMENT ON COLUMN intake.submission.unchanged IS 'Accepted values that were current already.';

COMMENT ON COLUMN intake.submission.superseded IS 'Accepted values that replaced a current one.';

CREATE TABLE intake.submission_chunk (
    submission_id bigint NOT NULL,
    chunk integer NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY intake.submission_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

COMMENT ON TABLE intake.submission_chunk IS 'The original bytes, in chunks of 1 MiB, each compressed with zstd.';

CREATE TABLE intake.submission_event (
    submission_id bigint NOT NULL,
    event integer NOT NULL,
    action text NOT NULL,
    reason text NOT NULL,
    happened_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE intake.submission_event IS 'Withdrawals and their undoing, with the reason.';

CREATE TABLE member.breakdown (
    breakdown_id integer NOT NULL,
    breakdown text NOT NULL
);

COMMENT ON TABLE member.breakdown IS 'Breakdowns that stand in a release.';

CREATE TABLE member.city (
    city_id integer NOT NULL,
    city text NOT NULL,
    name text NOT NULL
);

COMMENT ON TABLE member.city IS 'Cities that stand in a release.';

CREATE TABLE member.measure (
    measure_id integer NOT NULL,
    measure text NOT NULL,
    title text NOT NULL,
    unit text NOT NULL
);

COMMENT ON TABLE member.measure IS 'Measures that stand in the lineage of a release.';

CREATE TABLE member.metric (
    metric_id integer NOT NULL,
    metric text NOT NULL,
    title text NOT NULL,
    unit text NOT NULL,
    polarity text NOT NULL
);

COMMENT ON TABLE member.metric IS 'Metrics that stand in a release.';

CREATE TABLE member.release (
    release_id integer NOT NULL,
    period text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    kind text NOT NULL,
    standard text NOT NULL,
    standard_version text NOT NULL,
    input_digest text NOT NULL,
    last_submission_id bigint NOT NULL,
    data_received_at timestamp with time zone,
    is_newest boolean NOT NULL
);

COMMENT ON TABLE member.release IS 'Frozen, numbered sets of comparisons, one a period and change of input.';

COMMENT ON COLUMN member.release.input_digest IS 'SHA-256 over all that the release was computed from.';

COMMENT ON COLUMN member.release.last_submission_id IS 'The last submission counted.';

COMMENT ON COLUMN member.release.data_received_at IS 'When the newest submission used was received.';

CREATE TABLE member.release_lineage (
    submission_id bigint NOT NULL,
    measure_value double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    measure_id integer NOT NULL,
    source_row integer NOT NULL,
    source_column smallint NOT NULL,
    measure_period text NOT NULL,
    raw_text text
);

COMMENT ON TABLE member.release_lineage IS 'The observations behind each figure.';

CREATE TABLE member.submission (
    submission_id bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    file text NOT NULL,
    mapping text NOT NULL,
    standard_version text NOT NULL,
    digest text NOT NULL
);

COMMENT ON TABLE member.submission IS 'Submissions that stand in the lineage of a release.';

CREATE VIEW member.lineage_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown.breakdown,
    release.release_id AS release,
    measure.measure,
    release_lineage.measure_period,
    release_lineage.measure_value,
    release_lineage.submission_id AS submission,
    to_char((submission.received_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'::text) AS received_at,
    submission.file,
    NULL::text AS sheet,
    release_lineage.source_row,
    (release_lineage.source_column)::integer AS source_column,
    COALESCE(release_lineage.raw_text, (release_lineage.measure_value)::text) AS raw_text,
    NULL::bigint AS row_count,
    NULL::text AS filter,
    submission.digest,
    'cell'::text AS rule,
    submission.mapping,
    submission.standard_version
   FROM ((((((member.release_lineage
     JOIN member.release ON ((release.release_id = release_lineage.release_id)))
     JOIN member.metric ON ((metric.metric_id = release_lineage.metric_id)))
     JOIN member.city ON ((city.city_id = release_lineage.city_id)))
     JOIN member.breakdown ON ((breakdown.breakdown_id = release_lineage.breakdown_id)))
     JOIN member.measure ON ((measure.measure_id = release_lineage.measure_id)))
     JOIN member.submission ON ((submission.submission_id = release_lineage.submission_id)));

COMMENT ON VIEW member.lineage_history IS 'From any released figure to the file, line and column it came from. All releases.';

COMMENT ON COLUMN member.lineage_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.lineage_history.city IS 'The id of the city.';

COMMENT ON COLUMN member.lineage_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.lineage_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.lineage_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.lineage_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.lineage_history.release IS 'The number of the release.';

COMMENT ON COLUMN member.lineage_history.measure IS 'The measure that contributed, domain/name.';

COMMENT ON COLUMN member.lineage_history.measure_period IS 'The period of the contributing value, which may differ for a stock denominator.';

COMMENT ON COLUMN member.lineage_history.measure_value IS 'The contributing value, in the unit of the measure.';

COMMENT ON COLUMN member.lineage_history.submission IS 'The number of the submission that brought it.';

COMMENT ON COLUMN member.lineage_history.received_at IS 'When that submission was received, ISO 8601 in UTC.';

COMMENT ON COLUMN member.lineage_history.file IS 'The file as it was sent.';

COMMENT ON COLUMN member.lineage_history.sheet IS 'The sheet of a workbook; null for text files.';

COMMENT ON COLUMN member.lineage_history.source_row IS 'The line of the cell, from 1; null for an aggregate.';

COMMENT ON COLUMN member.lineage_history.source_column IS 'The column of the cell, from 1; null for an aggregate.';

COMMENT ON COLUMN member.lineage_history.raw_text IS 'The text of the cell.';

COMMENT ON COLUMN member.lineage_history.row_count IS 'How many rows an aggregate is made of; null for a cell.';

COMMENT ON COLUMN member.lineage_history.filter IS 'The filter of an aggregate; null for a cell.';

COMMENT ON COLUMN member.lineage_history.digest IS 'SHA-256 of the file, in hexadecimal.';

COMMENT ON COLUMN member.lineage_history.rule IS 'How the value was taken: cell, or the aggregate''s rule.';

COMMENT ON COLUMN member.lineage_history.mapping IS 'The mapping that read the file.';

COMMENT ON COLUMN member.lineage_history.standard_version IS 'The version of the standard under which it was loaded.';

CREATE VIEW member.lineage AS
 SELECT lineage_history.metric,
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
    lineage_history.standard_version
   FROM (member.lineage_history
     JOIN member.release ON ((release.release_id = lineage_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.lineage IS 'From any released figure to the file, line and column it came from. Newest release of each period.';

COMMENT ON COLUMN member.lineage.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.lineage.city IS 'The id of the city.';

COMMENT ON COLUMN member.lineage.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.lineage.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.lineage.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.lineage.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.lineage.release IS 'The number of the release.';

COMMENT ON COLUMN member.lineage.measure IS 'The measure that contributed, domain/name.';

COMMENT ON COLUMN member.lineage.measure_period IS 'The period of the contributing value, which may differ for a stock denominator.';

COMMENT ON COLUMN member.lineage.measure_value IS 'The contributing value, in the unit of the measure.';

COMMENT ON COLUMN member.lineage.submission IS 'The number of the submission that brought it.';

COMMENT ON COLUMN member.lineage.received_at IS 'When that submission was received, ISO 8601 in UTC.';

COMMENT ON COLUMN member.lineage.file IS 'The file as it was sent.';

COMMENT ON COLUMN member.lineage.sheet IS 'The sheet of a workbook; null for text files.';

COMMENT ON COLUMN member.lineage.source_row IS 'The line of the cell, from 1; null for an aggregate.';

COMMENT ON COLUMN member.lineage.source_column IS 'The column of the cell, from 1; null for an aggregate.';

COMMENT ON COLUMN member.lineage.raw_text IS 'The text of the cell.';

COMMENT ON COLUMN member.lineage.row_count IS 'How many rows an aggregate is made of; null for a cell.';

COMMENT ON COLUMN member.lineage.filter IS 'The filter of an aggregate; null for a cell.';

COMMENT ON COLUMN member.lineage.digest IS 'SHA-256 of the file, in hexadecimal.';

COMMENT ON COLUMN member.lineage.rule IS 'How the value was taken: cell, or the aggregate''s rule.';

COMMENT ON COLUMN member.lineage.mapping IS 'The mapping that read the file.';

COMMENT ON COLUMN member.lineage.standard_version IS 'The version of the standard under which it was loaded.';

CREATE TABLE member.release_value (
    value double precision,
    numerator double precision,
    denominator double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    status smallint NOT NULL
);

COMMENT ON TABLE member.release_value IS 'The figure of each city, or why there is none.';

CREATE TABLE member.standing_status (
    status smallint NOT NULL,
    word text NOT NULL
);

COMMENT ON TABLE member.standing_status IS 'Why a city has no figure, or that it has one.';

CREATE VIEW member.metric_value_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown.breakdown,
    release_value.value,
    NULL::double precision AS lower,
    NULL::double precision AS upper,
    release_value.numerator,
    release_value.denominator,
    metric.unit,
    standing_status.word AS status,
    release.release_id AS release
   FROM (((((member.release_value
     JOIN member.release ON ((release.release_id = release_value.release_id)))
     JOIN member.metric ON ((metric.metric_id = release_value.metric_id)))
     JOIN member.city ON ((city.city_id = release_value.city_id)))
     JOIN member.breakdown ON ((breakdown.breakdown_id = release_value.breakdown_id)))
     JOIN member.standing_status ON ((standing_status.status = release_value.status)));

COMMENT ON VIEW member.metric_value_history IS 'The figure of each city in each metric, or why there is none. All releases.';

COMMENT ON COLUMN member.metric_value_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.metric_value_history.city IS 'The id of the city.';

COMMENT ON COLUMN member.metric_value_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.metric_value_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.metric_value_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.metric_value_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.metric_value_history.value IS 'The figure, in the unit of the metric; null where the status has none.';

COMMENT ON COLUMN member.metric_value_history.lower IS 'Lower limit of the interval; null while none is computed.';

COMMENT ON COLUMN member.metric_value_history.upper IS 'Upper limit of the interval; null while none is computed.';

COMMENT ON COLUMN member.metric_value_history.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.metric_value_history.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.metric_value_history.unit IS 'The id of the metric''s unit.';

COMMENT ON COLUMN member.metric_value_history.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN member.metric_value_history.release IS 'The number of the release.';

CREATE VIEW member.metric_value AS
 SELECT metric_value_history.metric,
    metric_value_history.city,
    metric_value_history.period,
    metric_value_history.period_start,
    metric_value_history.period_end,
    metric_value_history.breakdown,
    metric_value_history.value,
    metric_value_history.lower,
    metric_value_history.upper,
    metric_value_history.numerator,
    metric_value_history.denominator,
    metric_value_history.unit,
    metric_value_history.status,
    metric_value_history.release
   FROM (member.metric_value_history
     JOIN member.release ON ((release.release_id = metric_value_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.metric_value IS 'The figure of each city in each metric, or why there is none. Newest release of each period.';

COMMENT ON COLUMN member.metric_value.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.metric_value.city IS 'The id of the city.';

COMMENT ON COLUMN member.metric_value.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.metric_value.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.metric_value.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.metric_value.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.metric_value.value IS 'The figure, in the unit of the metric; null where the status has none.';

COMMENT ON COLUMN member.metric_value.lower IS 'Lower limit of the interval; null while none is computed.';

COMMENT ON COLUMN member.metric_value.upper IS 'Upper limit of the interval; null while none is computed.';

COMMENT ON COLUMN member.metric_value.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.metric_value.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.metric_value.unit IS 'The id of the metric''s unit.';

COMMENT ON COLUMN member.metric_value.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN member.metric_value.release IS 'The number of the release.';

CREATE TABLE member.peer_group (
    peer_group_id integer NOT NULL,
    peer_group text NOT NULL,
    title text NOT NULL
);

COMMENT ON TABLE member.peer_group IS 'Peer groups that stand in a release.';

CREATE TABLE member.release_statistic (
    mean double precision,
    group_value double precision,
    median double precision,
    lower_quartile double precision,
    upper_quartile double precision,
    minimum double precision,
    maximum double precision,
    standard_deviation double precision,
    coverage double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    peer_group_id integer NOT NULL,
    owner_city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    contributors integer NOT NULL,
    not_reported integer NOT NULL,
    not_provided integer NOT NULL,
    not_taking_part integer NOT NULL,
    suppressed integer NOT NULL,
    unreliable integer NOT NULL,
    not_comparable integer NOT NULL
);

COMMENT ON TABLE member.release_statistic IS 'What each peer group looks like; owner 0 for a common group.';

CREATE VIEW member.peer_statistic_history AS
 SELECT metric.metric,
    release.period,
    release.period_start,
    release.period_end,
    breakdown.breakdown,
    peer_group.peer_group,
    owner.city AS owner_city,
    release_statistic.contributors,
    release_statistic.mean,
    release_statistic.group_value,
    release_statistic.median,
    release_statistic.lower_quartile,
    release_statistic.upper_quartile,
    release_statistic.minimum,
    release_statistic.maximum,
    release_statistic.not_reported,
    release_statistic.not_provided,
    release_statistic.not_taking_part,
    release_statistic.suppressed,
    release_statistic.unreliable,
    release_statistic.not_comparable,
    release_statistic.coverage,
    release.release_id AS release,
    release_statistic.standard_deviation
   FROM (((((member.release_statistic
     JOIN member.release ON ((release.release_id = release_statistic.release_id)))
     JOIN member.metric ON ((metric.metric_id = release_statistic.metric_id)))
     JOIN member.peer_group ON ((peer_group.peer_group_id = release_statistic.peer_group_id)))
     JOIN member.breakdown ON ((breakdown.breakdown_id = release_statistic.breakdown_id)))
     LEFT JOIN member.city owner ON ((owner.city_id = release_statistic.owner_city_id)));

COMMENT ON VIEW member.peer_statistic_history IS 'What each peer group looks like in each metric. All releases.';

COMMENT ON COLUMN member.peer_statistic_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.peer_statistic_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.peer_statistic_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.peer_statistic_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.peer_statistic_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.peer_statistic_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN member.peer_statistic_history.owner_city IS 'The city whose own peers these are; null for a common group.';

COMMENT ON COLUMN member.peer_statistic_history.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN member.peer_statistic_history.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN member.peer_statistic_history.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN member.peer_statistic_history.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN member.peer_statistic_history.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.peer_statistic_history.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.peer_statistic_history.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN member.peer_statistic_history.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN member.peer_statistic_history.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN member.peer_statistic_history.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN member.peer_statistic_history.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN member.peer_statistic_history.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN member.peer_statistic_history.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN member.peer_statistic_history.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN member.peer_statistic_history.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN member.peer_statistic_history.release IS 'The number of the release.';

COMMENT ON COLUMN member.peer_statistic_history.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

CREATE VIEW member.peer_statistic AS
 SELECT peer_statistic_history.metric,
    peer_statistic_history.period,
    peer_statistic_history.period_start,
    peer_statistic_history.period_end,
    peer_statistic_history.breakdown,
    peer_statistic_history.peer_group,
    peer_statistic_history.owner_city,
    peer_statistic_history.contributors,
    peer_statistic_history.mean,
    peer_statistic_history.group_value,
    peer_statistic_history.median,
    peer_statistic_history.lower_quartile,
    peer_statistic_history.upper_quartile,
    peer_statistic_history.minimum,
    peer_statistic_history.maximum,
    peer_statistic_history.not_reported,
    peer_statistic_history.not_provided,
    peer_statistic_history.not_taking_part,
    peer_statistic_history.suppressed,
    peer_statistic_history.unreliable,
    peer_statistic_history.not_comparable,
    peer_statistic_history.coverage,
    peer_statistic_history.release,
    peer_statistic_history.standard_deviation
   FROM (member.peer_statistic_history
     JOIN member.release ON ((release.release_id = peer_statistic_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.peer_statistic IS 'What each peer group looks like in each metric. Newest release of each period.';

COMMENT ON COLUMN member.peer_statistic.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.peer_statistic.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.peer_statistic.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.peer_statistic.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.peer_statistic.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.peer_statistic.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN member.peer_statistic.owner_city IS 'The city whose own peers these are; null for a common group.';

COMMENT ON COLUMN member.peer_statistic.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN member.peer_statistic.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN member.peer_statistic.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN member.peer_statistic.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN member.peer_statistic.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.peer_statistic.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.peer_statistic.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN member.peer_statistic.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN member.peer_statistic.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN member.peer_statistic.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN member.peer_statistic.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN member.peer_statistic.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN member.peer_statistic.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN member.peer_statistic.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN member.peer_statistic.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN member.peer_statistic.release IS 'The number of the release.';

COMMENT ON COLUMN member.peer_statistic.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

CREATE TABLE member.release_peer (
    release_id integer NOT NULL,
    peer_group_id integer NOT NULL,
    owner_city_id integer NOT NULL,
    city_id integer NOT NULL
);

COMMENT ON TABLE member.release_peer IS 'Who was compared with whom; owner 0 for a common group.';

CREATE TABLE member.release_standing (
    rank_share double precision,
    percent_rank double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    peer_group_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    owner_city_id integer NOT NULL,
    ranked integer NOT NULL,
    rank integer,
    rank_worst integer,
    quartile smallint,
    includes_city boolean NOT NULL
);

COMMENT ON TABLE member.release_standing IS 'The place of each city in each of its peer groups.';

CREATE VIEW member.standing_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown.breakdown,
    peer_group.peer_group,
    standing_status.word AS status,
    release_value.value,
    release_value.numerator,
    release_value.denominator,
    release_standing.includes_city,
    release_statistic.contributors,
    release_standing.ranked,
    release_standing.rank,
    release_standing.rank_worst,
    release_standing.rank_share,
    release_standing.percent_rank,
    (release_standing.quartile)::integer AS quartile,
    release_statistic.mean,
    release_statistic.group_value,
    release_statistic.median,
    release_statistic.lower_quartile,
    release_statistic.upper_quartile,
    release_statistic.minimum,
    release_statistic.maximum,
    release_statistic.not_reported,
    release_statistic.not_provided,
    release_statistic.not_taking_part,
    release_statistic.suppressed,
    release_statistic.unreliable,
    release_statistic.not_comparable,
    release_statistic.coverage,
    release.release_id AS release,
    release_statistic.standard_deviation
   FROM ((((((((member.release_standing
     JOIN member.release_value ON (((release_value.metric_id = release_standing.metric_id) AND (release_value.release_id = release_standing.release_id) AND (release_value.city_id = release_standing.city_id) AND (release_value.breakdown_id = release_standing.breakdown_id))))
     JOIN member.release_statistic ON (((release_statistic.metric_id = release_standing.metric_id) AND (release_statistic.release_id = release_standing.release_id) AND (release_statistic.peer_group_id = release_standing.peer_group_id) AND (release_statistic.owner_city_id = release_standing.owner_city_id) AND (release_statistic.breakdown_id = release_standing.breakdown_id))))
     JOIN member.release ON ((release.release_id = release_standing.release_id)))
     JOIN member.metric ON ((metric.metric_id = release_standing.metric_id)))
     JOIN member.city ON ((city.city_id = release_standing.city_id)))
     JOIN member.peer_group ON ((peer_group.peer_group_id = release_standing.peer_group_id)))
     JOIN member.breakdown ON ((breakdown.breakdown_id = release_standing.breakdown_id)))
     JOIN member.standing_status ON ((standing_status.status = release_value.status)));

COMMENT ON VIEW member.standing_history IS 'The place of each city in each of its peer groups. All releases.';

COMMENT ON COLUMN member.standing_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.standing_history.city IS 'The id of the city.';

COMMENT ON COLUMN member.standing_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.standing_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.standing_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.standing_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.standing_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN member.standing_history.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN member.standing_history.value IS 'The figure, in the unit of the metric; null where the status has none.';

COMMENT ON COLUMN member.standing_history.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.standing_history.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.standing_history.includes_city IS 'Whether the city is a member of the group and so counted in its statistics.';

COMMENT ON COLUMN member.standing_history.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN member.standing_history.ranked IS 'How many cities were ranked: contributors, plus one where the city is no member and has a value.';

COMMENT ON COLUMN member.standing_history.rank IS 'Competition rank, best = 1, ties share the lowest; null where the metric is not ranked or fewer than 2 contribute.';

COMMENT ON COLUMN member.standing_history.rank_worst IS 'The rank if all members that did not report were better: rank + not_reported.';

COMMENT ON COLUMN member.standing_history.rank_share IS 'rank / ranked.';

COMMENT ON COLUMN member.standing_history.percent_rank IS '(rank - 1) / (ranked - 1): 0 is best.';

COMMENT ON COLUMN member.standing_history.quartile IS 'Quartile class, 1 = best; null below 4 contributors or where all values are equal.';

COMMENT ON COLUMN member.standing_history.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN member.standing_history.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN member.standing_history.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN member.standing_history.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.standing_history.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.standing_history.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN member.standing_history.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN member.standing_history.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN member.standing_history.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN member.standing_history.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN member.standing_history.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN member.standing_history.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN member.standing_history.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN member.standing_history.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN member.standing_history.release IS 'The number of the release.';

COMMENT ON COLUMN member.standing_history.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

CREATE VIEW member.standing AS
 SELECT standing_history.metric,
    standing_history.city,
    standing_history.period,
    standing_history.period_start,
    standing_history.period_end,
    standing_history.breakdown,
    standing_history.peer_group,
    standing_history.status,
    standing_history.value,
    standing_history.numerator,
    standing_history.denominator,
    standing_history.includes_city,
    standing_history.contributors,
    standing_history.ranked,
    standing_history.rank,
    standing_history.rank_worst,
    standing_history.rank_share,
    standing_history.percent_rank,
    standing_history.quartile,
    standing_history.mean,
    standing_history.group_value,
    standing_history.median,
    standing_history.lower_quartile,
    standing_history.upper_quartile,
    standing_history.minimum,
    standing_history.maximum,
    standing_history.not_reported,
    standing_history.not_provided,
    standing_history.not_taking_part,
    standing_history.suppressed,
    standing_history.unreliable,
    standing_history.not_comparable,
    standing_history.coverage,
    standing_history.release,
    standing_history.standard_deviation
   FROM (member.standing_history
     JOIN member.release ON ((release.release_id = standing_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.standing IS 'The place of each city in each of its peer groups. Newest release of each period.';

COMMENT ON COLUMN member.standing.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.standing.city IS 'The id of the city.';

COMMENT ON COLUMN member.standing.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.standing.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.standing.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.standing.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.standing.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN member.standing.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN member.standing.value IS 'The figure, in the unit of the metric; null where the status has none.';

COMMENT ON COLUMN member.standing.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.standing.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.standing.includes_city IS 'Whether the city is a member of the group and so counted in its statistics.';

COMMENT ON COLUMN member.standing.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN member.standing.ranked IS 'How many cities were ranked: contributors, plus one where the city is no member and has a value.';

COMMENT ON COLUMN member.standing.rank IS 'Competition rank, best = 1, ties share the lowest; null where the metric is not ranked or fewer than 2 contribute.';

COMMENT ON COLUMN member.standing.rank_worst IS 'The rank if all members that did not report were better: rank + not_reported.';

COMMENT ON COLUMN member.standing.rank_share IS 'rank / ranked.';

COMMENT ON COLUMN member.standing.percent_rank IS '(rank - 1) / (ranked - 1): 0 is best.';

COMMENT ON COLUMN member.standing.quartile IS 'Quartile class, 1 = best; null below 4 contributors or where all values are equal.';

COMMENT ON COLUMN member.standing.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN member.standing.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN member.standing.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN member.standing.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.standing.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.standing.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN member.standing.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN member.standing.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN member.standing.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN member.standing.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN member.standing.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN member.standing.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN member.standing.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN member.standing.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN member.standing.release IS 'The number of the release.';

COMMENT ON COLUMN member.standing.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

CREATE TABLE warehouse.breakdown (
    breakdown_id integer NOT NULL,
    breakdown text NOT NULL
);

COMMENT ON TABLE warehouse.breakdown IS 'Population groups or districts that values refer to.';

CREATE TABLE warehouse.city (
    city_id integer NOT NULL,
    city text NOT NULL,
    name text NOT NULL,
    aliases text[] NOT NULL,
    country text NOT NULL
);

COMMENT ON TABLE warehouse.city IS 'Reporting units with their permanent ids.';

CREATE TABLE warehouse.city_attribute (
    city_id integer NOT NULL,
    attribute text NOT NULL,
    value text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    source text NOT NULL
);

COMMENT ON TABLE warehouse.city_attribute IS 'Dated attributes of cities; valid_to is exclusive, infinity is open.';

CREATE TABLE warehouse.consortium (
    consortium text NOT NULL,
    name text NOT NULL,
    is_invented boolean NOT NULL
);

COMMENT ON TABLE warehouse.consortium IS 'The one consortium that this database holds.';

CREATE TABLE warehouse.folder_part (
    part text NOT NULL,
    digest text NOT NULL
);

COMMENT ON TABLE warehouse.folder_part IS 'Digests of the parts of the consortium folder, to see what changed.';

CREATE TABLE warehouse.measure (
    measure_id integer NOT NULL,
    measure text NOT NULL,
    title text NOT NULL,
    definition text NOT NULL,
    unit text NOT NULL,
    kind text NOT NULL,
    service text,
    is_current boolean NOT NULL
);

COMMENT ON TABLE warehouse.measure IS 'What cities report.';

CREATE TABLE warehouse.metric (
    metric_id integer NOT NULL,
    metric text NOT NULL,
    title text NOT NULL,
    definition text NOT NULL,
    unit text NOT NULL,
    polarity text NOT NULL,
    service text,
    is_current boolean NOT NULL
);

COMMENT ON TABLE warehouse.metric IS 'What is compared.';

CREATE TABLE warehouse.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL
);

COMMENT ON TABLE warehouse.migration IS 'Migrations that ran; number 0 stands for the views.';

CREATE TABLE warehouse.observation (
    submission_id bigint NOT NULL,
    value double precision,
    measure_id integer NOT NULL,
    city_id integer NOT NULL,
    period_start date NOT NULL,
    breakdown_id integer NOT NULL,
    source_row integer NOT NULL,
    period_months smallint NOT NULL,
    variant smallint NOT NULL,
    status smallint NOT NULL,
    confidentiality smallint NOT NULL,
    source_column smallint NOT NULL,
    raw_text text
)
PARTITION BY RANGE (period_start);

COMMENT ON TABLE warehouse.observation IS 'Checked values, stored once and never changed; later submissions add newer ones.';

COMMENT ON COLUMN warehouse.observation.value IS 'Null when the status says that there is none.';

COMMENT ON COLUMN warehouse.observation.source_row IS 'The line of the file, from 1.';

COMMENT ON COLUMN warehouse.observation.variant IS '0 actual, 1 provisional actual, 2 budget, 3 adjusted budget, 4 target.';

COMMENT ON COLUMN warehouse.observation.status IS 'Code of the observation status: 0 normal, 1 estimated, 2 provisional, 3 unreliable; from 4 on a reason why there is no value.';

COMMENT ON COLUMN warehouse.observation.confidentiality IS '0 free, 1 members, 2 confidential.';

COMMENT ON COLUMN warehouse.observation.source_column IS 'The column of the file, from 1.';

COMMENT ON COLUMN warehouse.observation.raw_text IS 'The text of the cell where it is not the value''s shortest decimal text; null where it is.';

CREATE TABLE warehouse.peer_group (
    peer_group_id integer NOT NULL,
    peer_group text NOT NULL,
    title text NOT NULL,
    definition text NOT NULL,
    is_current boolean NOT NULL
);

COMMENT ON TABLE warehouse.peer_group IS 'Peer groups as the consortium folder defines them.';

CREATE TABLE warehouse.provision (
    city_id integer NOT NULL,
    service text NOT NULL,
    mode text,
    provider text NOT NULL,
    share_contracted double precision,
    population_served double precision,
    takes_part boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL
);

COMMENT ON TABLE warehouse.provision IS 'How a city provides a service, by date; no row: provided, mode unknown, takes part.';

CREATE TABLE warehouse.standard_version (
    standard_version_id integer NOT NULL,
    standard text NOT NULL,
    version text NOT NULL,
    digest text NOT NULL,
    is_current boolean NOT NULL
);

COMMENT ON TABLE warehouse.standard_version IS 'Versions of the metric standard that were in force.';

COMMENT ON COLUMN warehouse.standard_version.digest IS 'SHA-256 over the files of the standard, in hexadecimal.';

ALTER TABLE ONLY intake.finding
    ADD CONSTRAINT finding_pkey PRIMARY KEY (submission_id, finding);

ALTER TABLE ONLY intake.mapping
    ADD CONSTRAINT mapping_mapping_digest_key UNIQUE (mapping, digest);

ALTER TABLE ONLY intake.mapping
    ADD CONSTRAINT mapping_pkey PRIMARY KEY (mapping_id);

ALTER TABLE ONLY intake.submission_chunk
    ADD CONSTRAINT submission_chunk_pkey PRIMARY KEY (submission_id, chunk);

ALTER TABLE ONLY intake.submission_event
    ADD CONSTRAINT submission_event_pkey PRIMARY KEY (submission_id, event);

ALTER TABLE ONLY intake.submission
    ADD CONSTRAINT submission_identity_key UNIQUE (identity);

ALTER TABLE ONLY intake.submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (submission_id);

ALTER TABLE ONLY member.breakdown
    ADD CONSTRAINT breakdown_breakdown_key UNIQUE (breakdown);

ALTER TABLE ONLY member.breakdown
    ADD CONSTRAINT breakdown_pkey PRIMARY KEY (breakdown_id);

ALTER TABLE ONLY member.city
    ADD CONSTRAINT city_city_key UNIQUE (city);

ALTER TABLE ONLY member.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (city_id);

ALTER TABLE ONLY member.measure
    ADD CONSTRAINT measure_measure_key UNIQUE (measure);

ALTER TABLE ONLY member.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (measure_id);

ALTER TABLE ONLY member.metric
    ADD CONSTRAINT metric_metric_key UNIQUE (metric);

ALTER TABLE ONLY member.metric
    ADD CONSTRAINT metric_pkey PRIMARY KEY (metric_id);

ALTER TABLE ONLY member.peer_group
    ADD CONSTRAINT peer_group_peer_group_key UNIQUE (peer_group);

ALTER TABLE ONLY member.peer_group
    ADD CONSTRAINT peer_group_pkey PRIMARY KEY (peer_group_id);

ALTER TABLE ONLY member.release_lineage
    ADD CONSTRAINT release_lineage_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id, measure_id, measure_period);

ALTER TABLE ONLY member.release_peer
    ADD CONSTRAINT release_peer_pkey PRIMARY KEY (release_id, peer_group_id, owner_city_id, city_id);

ALTER TABLE ONLY member.release
    ADD CONSTRAINT release_pkey PRIMARY KEY (release_id);

ALTER TABLE ONLY member.release_standing
    ADD CONSTRAINT release_standing_pkey PRIMARY KEY (metric_id, release_id, peer_group_id, city_id, breakdown_id);

ALTER TABLE ONLY member.release_statistic
    ADD CONSTRAINT release_statistic_pkey PRIMARY KEY (metric_id, release_id, peer_group_id, owner_city_id, breakdown_id);

ALTER TABLE ONLY member.release_value
    ADD CONSTRAINT release_value_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id);

ALTER TABLE ONLY member.standing_status
    ADD CONSTRAINT standing_status_pkey PRIMARY KEY (status);

ALTER TABLE ONLY member.standing_status
    ADD CONSTRAINT standing_status_word_key UNIQUE (word);

ALTER TABLE ONLY member.submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (submission_id);

ALTER TABLE ONLY warehouse.breakdown
    ADD CONSTRAINT breakdown_breakdown_key UNIQUE (breakdown);

ALTER TABLE ONLY warehouse.breakdown
    ADD CONSTRAINT breakdown_pkey PRIMARY KEY (breakdown_id);

ALTER TABLE ONLY warehouse.city_attribute
    ADD CONSTRAINT city_attribute_pkey PRIMARY KEY (city_id, attribute, valid_from);

ALTER TABLE ONLY warehouse.city
    ADD CONSTRAINT city_city_key UNIQUE (city);

ALTER TABLE ONLY warehouse.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (city_id);

ALTER TABLE ONLY warehouse.consortium
    ADD CONSTRAINT consortium_pkey PRIMARY KEY (consortium);

ALTER TABLE ONLY warehouse.folder_part
    ADD CONSTRAINT folder_part_pkey PRIMARY KEY (part);

ALTER TABLE ONLY warehouse.measure
    ADD CONSTRAINT measure_measure_key UNIQUE (measure);

ALTER TABLE ONLY warehouse.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (measure_id);

ALTER TABLE ONLY warehouse.metric
    ADD CONSTRAINT metric_metric_key UNIQUE (metric);

ALTER TABLE ONLY warehouse.metric
    ADD CONSTRAINT metric_pkey PRIMARY KEY (metric_id);

ALTER TABLE ONLY warehouse.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY warehouse.observation
    ADD CONSTRAINT observation_pkey PRIMARY KEY (measure_id, city_id, period_start, period_months, variant, breakdown_id, submission_id);

ALTER TABLE ONLY warehouse.peer_group
    ADD CONSTRAINT peer_group_peer_group_key UNIQUE (peer_group);

ALTER TABLE ONLY warehouse.peer_group
    ADD CONSTRAINT peer_group_pkey PRIMARY KEY (peer_group_id);

ALTER TABLE ONLY warehouse.provision
    ADD CONSTRAINT provision_pkey PRIMARY KEY (city_id, service, valid_from);

ALTER TABLE ONLY warehouse.standard_version
    ADD CONSTRAINT standard_version_pkey PRIMARY KEY (standard_version_id);

ALTER TABLE ONLY warehouse.standard_version
    ADD CONSTRAINT standard_version_standard_version_digest_key UNIQUE (standard, version, digest);

CREATE INDEX confirmation_confirmed_submission_id_idx ON intake.confirmation USING btree (confirmed_submission_id);

CREATE INDEX release_period_idx ON member.release USING btree (period, release_id);

CREATE INDEX release_standing_city_idx ON member.release_standing USING btree (city_id, release_id);

CREATE INDEX release_value_city_idx ON member.release_value USING btree (city_id, release_id);

ALTER TABLE ONLY intake.submission
    ADD CONSTRAINT submission_mapping_id_fkey FOREIGN KEY (mapping_id) REFERENCES intake.mapping(mapping_id);

ALTER TABLE ONLY intake.submission
    ADD CONSTRAINT submission_standard_version_id_fkey FOREIGN KEY (standard_version_id) REFERENCES warehouse.standard_version(standard_version_id);

ALTER TABLE ONLY warehouse.city_attribute
    ADD CONSTRAINT city_attribute_city_id_fkey FOREIGN KEY (city_id) REFERENCES warehouse.city(city_id);

ALTER TABLE ONLY warehouse.provision
    ADD CONSTRAINT provision_city_id_fkey FOREIGN KEY (city_id) REFERENCES warehouse.city(city_id);
