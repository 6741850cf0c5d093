-- grain: one row a metric, city, period and breakdown
-- reads: the release tables of schema member
-- used by: analysts, report

create or replace view member.metric_value_history as
select
    metric.metric as metric,
    city.city as city,
    release.period as period,
    release.period_start as period_start,
    release.period_end as period_end,
    breakdown.breakdown as breakdown,
    release_value.value as value,
    null::double precision as lower,
    null::double precision as upper,
    release_value.numerator as numerator,
    release_value.denominator as denominator,
    metric.unit as unit,
    standing_status.word as status,
    release.release_id as release
from member.release_value
inner join member.release on release.release_id = release_value.release_id
inner join member.metric on metric.metric_id = release_value.metric_id
inner join member.city on city.city_id = release_value.city_id
inner join member.breakdown on breakdown.breakdown_id = release_value.breakdown_id
inner join member.standing_status on standing_status.status = release_value.status;

create or replace view member.metric_value as
select
    metric_value_history.metric,
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
from member.metric_value_history
inner join member.release on release.release_id = metric_value_history.release
where release.is_newest;

comment on view member.metric_value is 'The figure of each city in each metric, or why there is none. Newest release of each period.';
comment on column member.metric_value.metric is 'The metric, domain/name.';
comment on column member.metric_value.city is 'The id of the city.';
comment on column member.metric_value.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.metric_value.period_start is 'The first day of the period.';
comment on column member.metric_value.period_end is 'The day after the period (exclusive).';
comment on column member.metric_value.breakdown is 'The population group or district; total for all.';
comment on column member.metric_value.value is 'The figure, in the unit of the metric; null where the status has none.';
comment on column member.metric_value.lower is 'Lower limit of the interval; null while none is computed.';
comment on column member.metric_value.upper is 'Upper limit of the interval; null while none is computed.';
comment on column member.metric_value.numerator is 'What stands above the line of a ratio; null for other metrics and where unknown.';
comment on column member.metric_value.denominator is 'What stands below the line of a ratio; null for other metrics and where unknown.';
comment on column member.metric_value.unit is 'The id of the metric''s unit.';
comment on column member.metric_value.status is 'reported, or why there is no figure to compare.';
comment on column member.metric_value.release is 'The number of the release.';
comment on view member.metric_value_history is 'The figure of each city in each metric, or why there is none. All releases.';
comment on column member.metric_value_history.metric is 'The metric, domain/name.';
comment on column member.metric_value_history.city is 'The id of the city.';
comment on column member.metric_value_history.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.metric_value_history.period_start is 'The first day of the period.';
comment on column member.metric_value_history.period_end is 'The day after the period (exclusive).';
comment on column member.metric_value_history.breakdown is 'The population group or district; total for all.';
comment on column member.metric_value_history.value is 'The figure, in the unit of the metric; null where the status has none.';
comment on column member.metric_value_history.lower is 'Lower limit of the interval; null while none is computed.';
comment on column member.metric_value_history.upper is 'Upper limit of the interval; null while none is computed.';
comment on column member.metric_value_history.numerator is 'What stands above the line of a ratio; null for other metrics and where unknown.';
comment on column member.metric_value_history.denominator is 'What stands below the line of a ratio; null for other metrics and where unknown.';
comment on column member.metric_value_history.unit is 'The id of the metric''s unit.';
comment on column member.metric_value_history.status is 'reported, or why there is no figure to compare.';
comment on column member.metric_value_history.release is 'The number of the release.';
