-- grain: one row a metric, city, period and breakdown with an earlier figure
-- reads: the release tables of schema member
-- used by: analysts, show, report

create or replace view member.trend_history as
select
    metric.metric as metric,
    city.city as city,
    release.period as period,
    release.period_start as period_start,
    release.period_end as period_end,
    breakdown_value.breakdown as breakdown,
    release_value.value as value,
    release_trend.periods as periods,
    case release_trend.method when 1 then 'annual' when 2 then 'seasonal' end as method,
    release_trend.slope as slope,
    case release_trend.direction when 1 then 'rising' when -1 then 'falling' when 0 then 'no_trend' end as direction,
    case release_trend.course when 1 then 'improving' when -1 then 'worsening' when 0 then 'neither' end as course,
    release_trend.probability as probability,
    release_trend.chi_square as chi_square,
    release_trend.tau as tau,
    release_trend.autocorrelation as autocorrelation,
    release_trend.year_change as year_change,
    release_trend.year_change_lower as year_change_lower,
    release_trend.year_change_upper as year_change_upper,
    release.release_id as release
from member.release_trend
inner join member.release_value
    on release_value.metric_id = release_trend.metric_id
    and release_value.release_id = release_trend.release_id
    and release_value.city_id = release_trend.city_id
    and release_value.breakdown_id = release_trend.breakdown_id
inner join member.release on release.release_id = release_trend.release_id
inner join member.metric on metric.metric_id = release_trend.metric_id
inner join member.city on city.city_id = release_trend.city_id
inner join member.breakdown_value
    on breakdown_value.breakdown_id = release_trend.breakdown_id;

create or replace view member.trend as
select
    trend_history.metric,
    trend_history.city,
    trend_history.period,
    trend_history.period_start,
    trend_history.period_end,
    trend_history.breakdown,
    trend_history.value,
    trend_history.periods,
    trend_history.method,
    trend_history.slope,
    trend_history.direction,
    trend_history.course,
    trend_history.probability,
    trend_history.chi_square,
    trend_history.tau,
    trend_history.autocorrelation,
    trend_history.year_change,
    trend_history.year_change_lower,
    trend_history.year_change_upper,
    trend_history.release
from member.trend_history
inner join member.release on release.release_id = trend_history.release
where release.is_newest;

comment on view member.trend is 'The course of each figure over the periods before it. Empty in schema open, whose readers may not have seen these. Newest release of each period.';
comment on column member.trend.metric is 'The metric, domain/name.';
comment on column member.trend.city is 'The id of the city.';
comment on column member.trend.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.trend.period_start is 'The first day of the period.';
comment on column member.trend.period_end is 'The day after the period (exclusive).';
comment on column member.trend.breakdown is 'The population group or district; total for all.';
comment on column member.trend.value is 'The figure of the period.';
comment on column member.trend.periods is 'How many following periods without a gap or a break the course is made of, this one included.';
comment on column member.trend.method is 'annual: weighted slope of five years; seasonal: Mann and Kendall by season; null without a test, as under three years of quarters or five years.';
comment on column member.trend.slope is 'The change a year, in the unit of the metric; null without a test.';
comment on column member.trend.direction is 'rising, falling, or no_trend that may be told (99.8 %); null without a test.';
comment on column member.trend.course is 'improving, worsening, or neither; null without a test or a good direction.';
comment on column member.trend.probability is 'What chance alone gives for such a seasonal course; null for another.';
comment on column member.trend.chi_square is 'The slope''s square over its variance, of five years with intervals; a trend is told above 9.5495.';
comment on column member.trend.tau is 'Kendall''s tau-b over the seasons.';
comment on column member.trend.autocorrelation is 'How much a value, season and trend removed, goes with the one before it; from 0.5 on no trend is told.';
comment on column member.trend.year_change is 'The figure less that of the same months a year before; null where the two do not compare.';
comment on column member.trend.year_change_lower is 'The lower end of that change''s 95 % interval; null where the figures have none.';
comment on column member.trend.year_change_upper is 'The upper end of that change''s 95 % interval; null where the figures have none.';
comment on column member.trend.release is 'The number of the release.';
comment on view member.trend_history is 'The course of each figure over the periods before it. Empty in schema open, whose readers may not have seen these. All releases.';
comment on column member.trend_history.metric is 'The metric, domain/name.';
comment on column member.trend_history.city is 'The id of the city.';
comment on column member.trend_history.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.trend_history.period_start is 'The first day of the period.';
comment on column member.trend_history.period_end is 'The day after the period (exclusive).';
comment on column member.trend_history.breakdown is 'The population group or district; total for all.';
comment on column member.trend_history.value is 'The figure of the period.';
comment on column member.trend_history.periods is 'How many following periods without a gap or a break the course is made of, this one included.';
comment on column member.trend_history.method is 'annual: weighted slope of five years; seasonal: Mann and Kendall by season; null without a test, as under three years of quarters or five years.';
comment on column member.trend_history.slope is 'The change a year, in the unit of the metric; null without a test.';
comment on column member.trend_history.direction is 'rising, falling, or no_trend that may be told (99.8 %); null without a test.';
comment on column member.trend_history.course is 'improving, worsening, or neither; null without a test or a good direction.';
comment on column member.trend_history.probability is 'What chance alone gives for such a seasonal course; null for another.';
comment on column member.trend_history.chi_square is 'The slope''s square over its variance, of five years with intervals; a trend is told above 9.5495.';
comment on column member.trend_history.tau is 'Kendall''s tau-b over the seasons.';
comment on column member.trend_history.autocorrelation is 'How much a value, season and trend removed, goes with the one before it; from 0.5 on no trend is told.';
comment on column member.trend_history.year_change is 'The figure less that of the same months a year before; null where the two do not compare.';
comment on column member.trend_history.year_change_lower is 'The lower end of that change''s 95 % interval; null where the figures have none.';
comment on column member.trend_history.year_change_upper is 'The upper end of that change''s 95 % interval; null where the figures have none.';
comment on column member.trend_history.release is 'The number of the release.';
