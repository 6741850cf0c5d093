-- grain: one row a text and a definition of a standard's version, definition
--     change, price point, recognised city and its rule
-- reads: nothing
-- used by: every command that writes (standard, prices), load (basis), compare

-- What a value says of itself beside its number. A correction may change it
-- alone. It follows the other small columns, so that no row grows.
alter table warehouse.observation add column basis smallint not null default 0;

alter table warehouse.breakdown add column title text not null default '';
alter table warehouse.breakdown add column list text;
alter table warehouse.breakdown add column list_title text;
alter table warehouse.breakdown add column is_unknown boolean not null default false;
alter table warehouse.breakdown add column is_reference boolean not null default false;
alter table warehouse.breakdown add column position integer not null default 0;
alter table warehouse.breakdown add column is_current boolean not null default true;

update warehouse.breakdown set title = 'Total' where breakdown_id = 0;

create table warehouse.standard_file (
    standard_version_id integer not null references warehouse.standard_version,
    file text not null,
    content text not null,
    primary key (standard_version_id, file)
);

create table warehouse.definition (
    standard text not null,
    version text not null,
    subject text not null,
    id text not null,
    definition text not null,
    unit text not null,
    kind text not null,
    formula text not null,
    primary key (standard, version, subject, id)
);

create table warehouse.definition_change (
    subject text not null,
    id text not null,
    version text not null,
    change_date date not null,
    what text not null,
    is_comparable boolean not null,
    is_restated boolean not null,
    is_correction boolean not null,
    primary key (subject, id, version, change_date, what)
);

create table warehouse.price_point (
    series text not null,
    period_start date not null,
    period_months smallint not null,
    vintage date not null,
    index_value double precision not null,
    source text not null,
    primary key (series, period_start, period_months, vintage)
);

create table warehouse.release_recognition (
    points double precision not null,
    possible double precision not null,
    share double precision not null,
    release_id integer not null,
    city_id integer not null,
    level text,
    level_title text,
    primary key (release_id, city_id)
);

create table warehouse.release_recognition_rule (
    points double precision not null,
    possible double precision not null,
    release_id integer not null,
    city_id integer not null,
    position integer not null,
    rule text not null,
    title text not null,
    primary key (release_id, city_id, rule)
);

-- The view of breakdowns takes the name that analysts look for.
alter table member.breakdown rename to breakdown_value;
alter table member.breakdown_value rename constraint breakdown_pkey to breakdown_value_pkey;
alter table member.breakdown_value
    rename constraint breakdown_breakdown_key to breakdown_value_breakdown_key;
alter table member.breakdown_value add column title text not null default '';
update member.breakdown_value set title = 'Total' where breakdown_id = 0;
alter table member.breakdown_value add column list text;
alter table member.breakdown_value add column list_title text;
alter table member.breakdown_value add column is_unknown boolean not null default false;
alter table member.breakdown_value add column is_reference boolean not null default false;
alter table member.breakdown_value add column position integer not null default 0;

create table member.incomparable_reason (
    reason smallint primary key,
    word text not null unique
);

insert into member.incomparable_reason (reason, word) values
    (0, 'mode'),
    (1, 'cost_basis'),
    (2, 'accounting_basis'),
    (3, 'part_above_whole'),
    (4, 'not_closed'),
    (5, 'out_of_range'),
    (6, 'definition_break'),
    (7, 'too_few_events');

create table member.metric_definition_change (
    metric_id integer not null,
    subject text not null,
    id text not null,
    version text not null,
    change_date date not null,
    what text not null,
    is_comparable boolean not null,
    is_restated boolean not null,
    is_correction boolean not null,
    primary key (metric_id, subject, id, version, change_date, what)
);

create table member.release_price (
    index_value double precision not null,
    base_index_value double precision not null,
    metric_id integer not null,
    release_id integer not null,
    series text not null,
    base_period text not null,
    vintage date not null,
    source text not null,
    primary key (metric_id, release_id)
);

alter table member.release_value add column real_value double precision;
alter table member.release_value add column parity_value double precision;
alter table member.release_value add column rolling_value double precision;
alter table member.release_value add column unknown_share double precision;
alter table member.release_value add column comparable_from date;
alter table member.release_value add column reason smallint;
alter table member.release_value add column basis smallint not null default 0;

alter table member.release_standing add column status smallint;
alter table member.release_standing add column reason smallint;

-- A figure for all may be made of several groups' values of one measure, and
-- a part of it may come from the consortium folder: submission 0.
alter table member.release_lineage
    add column measure_breakdown_id integer not null default 0;
update member.release_lineage set measure_breakdown_id = breakdown_id where breakdown_id <> 0;
alter table member.release_lineage drop constraint release_lineage_pkey;
alter table member.release_lineage add primary key (
    metric_id, release_id, city_id, breakdown_id, measure_id, measure_period,
    measure_breakdown_id, submission_id
);

create table member.release_recognition (
    points double precision not null,
    possible double precision not null,
    share double precision not null,
    release_id integer not null,
    city_id integer not null,
    level text not null,
    level_title text not null,
    primary key (release_id, city_id)
);

create table member.release_recognition_rule (
    points double precision not null,
    possible double precision not null,
    release_id integer not null,
    city_id integer not null,
    position integer not null,
    rule text not null,
    title text not null,
    primary key (release_id, city_id, rule)
);

-- The standard is brought in again, with what was not stored until now.
delete from warehouse.folder_part where part = 'standard';

comment on column warehouse.observation.basis is 'What the value states of cost basis, accounting basis, overhead method and audit: three bits each, 0 where nothing is stated.';
comment on table warehouse.breakdown is 'Groups that values refer to, each of one list; breakdown 0 is the total.';
comment on column warehouse.breakdown.list is 'The id of the list the group belongs to; null for the total.';
comment on column warehouse.breakdown.is_unknown is 'Whether it holds those whose group is not known.';
comment on column warehouse.breakdown.is_reference is 'Whether the other groups of the list are compared with it.';
comment on table warehouse.standard_file is 'The texts of every version of the standard, so that any can be read back and compared.';
comment on table warehouse.definition is 'What each measure and metric meant in each version: what may not change under a version.';
comment on column warehouse.definition.subject is 'measure or metric.';
comment on column warehouse.definition.definition is 'The definition, and what it includes and excludes.';
comment on column warehouse.definition.unit is 'The unit with its size and dimension.';
comment on column warehouse.definition.kind is 'stock or flow for a measure; empty for a metric.';
comment on column warehouse.definition.formula is 'The formula of a metric; empty for a measure.';
comment on table warehouse.definition_change is 'Dated changes of definitions, as the current standard names them.';
comment on column warehouse.definition_change.subject is 'measure or metric.';
comment on column warehouse.definition_change.change_date is 'The first day measured in the new way.';
comment on column warehouse.definition_change.is_comparable is 'Whether values before and after compare all the same.';
comment on column warehouse.definition_change.is_restated is 'Whether earlier values were worked out anew.';
comment on column warehouse.definition_change.is_correction is 'Whether it mends a mistake.';
comment on table warehouse.price_point is 'Price indexes, as the consortium folder has them; the newest vintage counts.';
comment on table warehouse.release_recognition is 'The recognition of every city in a release, those below the first level too.';
comment on column warehouse.release_recognition.share is 'Points over those possible, 0 to 1.';
comment on column warehouse.release_recognition.level is 'The id of the level; null below the first.';
comment on table warehouse.release_recognition_rule is 'The points of every city by rule.';
comment on table member.breakdown_value is 'Groups of breakdowns that stand in a release.';
comment on table member.incomparable_reason is 'Why a figure stands in a comparison without being compared.';
comment on table member.metric_definition_change is 'Dated changes that touch a metric: its own and those of its measures.';
comment on table member.release_price is 'The price index that put a metric''s figures into other prices: series, vintage and source.';
comment on column member.release_value.real_value is 'The figure in prices of the series'' base period.';
comment on column member.release_value.parity_value is 'The figure over the city''s regional price parity.';
comment on column member.release_value.rolling_value is 'The metric over the four quarters that end with the period.';
comment on column member.release_value.unknown_share is 'For a group: the share of those whose group is not known.';
comment on column member.release_value.comparable_from is 'The first day of the definition that holds in the period; null: no break before.';
comment on column member.release_value.reason is 'Why the figure is not comparable; null for the others.';
comment on column member.release_value.basis is 'What all observations behind the figure state of their basis, as in warehouse.observation.';
comment on column member.release_standing.status is 'Where the group judges otherwise than the figure''s own status; null: as the figure.';
comment on column member.release_standing.reason is 'The reason of that status.';
comment on column member.release_lineage.measure_breakdown_id is 'The group of the contributing value, which differs from the figure''s where a figure is made of groups.';
comment on column member.release_lineage.submission_id is '0 for what came from the consortium folder.';
comment on table member.release_recognition is 'The recognition of cities that reached a level.';
comment on table member.release_recognition_rule is 'Their points by rule.';
