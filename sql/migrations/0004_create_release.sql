-- grain: one row a release, and in it one a figure, statistic, standing and
--     contributing observation
-- reads: nothing
-- used by: compare (writes), the views of schema member, show, report
-- Members see these tables through views only. The metric comes first in
-- every key, so that each metric can lie on a machine of its own.

create table member.city (
    city_id integer primary key,
    city text not null unique,
    name text not null
);

create table member.metric (
    metric_id integer primary key,
    metric text not null unique,
    title text not null,
    unit text not null,
    polarity text not null
);

create table member.measure (
    measure_id integer primary key,
    measure text not null unique,
    title text not null,
    unit text not null
);

create table member.peer_group (
    peer_group_id integer primary key,
    peer_group text not null unique,
    title text not null
);

create table member.breakdown (
    breakdown_id integer primary key,
    breakdown text not null unique
);

create table member.standing_status (
    status smallint primary key,
    word text not null unique
);

insert into member.standing_status (status, word) values
    (0, 'reported'),
    (1, 'not_reported'),
    (2, 'not_collected'),
    (3, 'not_applicable'),
    (4, 'not_provided'),
    (5, 'not_taking_part'),
    (6, 'withheld'),
    (7, 'suppressed'),
    (8, 'unreliable'),
    (9, 'not_comparable'),
    (10, 'late');

create table member.release (
    release_id integer primary key,
    period text not null,
    period_start date not null,
    period_end date not null,
    kind text not null,
    standard text not null,
    standard_version text not null,
    input_digest text not null,
    last_submission_id bigint not null,
    data_received_at timestamptz,
    is_newest boolean not null
);

create index release_period_idx on member.release (period, release_id);

create table member.submission (
    submission_id bigint primary key,
    received_at timestamptz not null,
    file text not null,
    mapping text not null,
    standard_version text not null,
    digest text not null
);

create table member.release_peer (
    release_id integer not null,
    peer_group_id integer not null,
    owner_city_id integer not null,
    city_id integer not null,
    primary key (release_id, peer_group_id, owner_city_id, city_id)
);

create table member.release_value (
    value double precision,
    numerator double precision,
    denominator double precision,
    metric_id integer not null,
    release_id integer not null,
    city_id integer not null,
    breakdown_id integer not null,
    status smallint not null,
    primary key (metric_id, release_id, city_id, breakdown_id)
);

create index release_value_city_idx on member.release_value (city_id, release_id);

create table member.release_statistic (
    mean double precision,
    group_value double precision,
    median double precision,
    lower_quartile double precision,
    upper_quartile double precision,
    minimum double precision,
    maximum double precision,
    standard_deviation double precision,
    coverage double precision,
    metric_id integer not null,
    release_id integer not null,
    peer_group_id integer not null,
    owner_city_id integer not null,
    breakdown_id integer not null,
    contributors integer not null,
    not_reported integer not null,
    not_provided integer not null,
    not_taking_part integer not null,
    suppressed integer not null,
    unreliable integer not null,
    not_comparable integer not null,
    primary key (metric_id, release_id, peer_group_id, owner_city_id, breakdown_id)
);

create table member.release_standing (
    rank_share double precision,
    percent_rank double precision,
    metric_id integer not null,
    release_id integer not null,
    peer_group_id integer not null,
    city_id integer not null,
    breakdown_id integer not null,
    owner_city_id integer not null,
    ranked integer not null,
    rank integer,
    rank_worst integer,
    quartile smallint,
    includes_city boolean not null,
    primary key (metric_id, release_id, peer_group_id, city_id, breakdown_id)
);

create index release_standing_city_idx on member.release_standing (city_id, release_id);

create table member.release_lineage (
    submission_id bigint not null,
    measure_value double precision,
    metric_id integer not null,
    release_id integer not null,
    city_id integer not null,
    breakdown_id integer not null,
    measure_id integer not null,
    source_row integer not null,
    source_column smallint not null,
    measure_period text not null,
    raw_text text,
    primary key (
        metric_id, release_id, city_id, breakdown_id, measure_id, measure_period
    )
);

comment on table member.city is 'Cities that stand in a release.';
comment on table member.metric is 'Metrics that stand in a release.';
comment on table member.measure is 'Measures that stand in the lineage of a release.';
comment on table member.peer_group is 'Peer groups that stand in a release.';
comment on table member.breakdown is 'Breakdowns that stand in a release.';
comment on table member.standing_status is 'Why a city has no figure, or that it has one.';
comment on table member.release is 'Frozen, numbered sets of comparisons, one a period and change of input.';
comment on column member.release.input_digest is 'SHA-256 over all that the release was computed from.';
comment on column member.release.last_submission_id is 'The last submission counted.';
comment on column member.release.data_received_at is 'When the newest submission used was received.';
comment on table member.submission is 'Submissions that stand in the lineage of a release.';
comment on table member.release_peer is 'Who was compared with whom; owner 0 for a common group.';
comment on table member.release_value is 'The figure of each city, or why there is none.';
comment on table member.release_statistic is 'What each peer group looks like; owner 0 for a common group.';
comment on table member.release_standing is 'The place of each city in each of its peer groups.';
comment on table member.release_lineage is 'The observations behind each figure.';
