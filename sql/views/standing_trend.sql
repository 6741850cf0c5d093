-- grain: one row a standing that is worse and worsening, or better and improving
-- reads: the release tables of schema member
-- used by: analysts, report

create or replace view member.standing_trend_history as
select
    metric.metric as metric,
    city.city as city,
    release.period as period,
    release.period_start as period_start,
    release.period_end as period_end,
    breakdown_value.breakdown as breakdown,
    peer_group.peer_group as peer_group,
    case release_standing.verdict when 1 then 'better_and_improving' else 'worse_and_worsening' end as list,
    release_value.value as value,
    release_standing.others_median as others_median,
    release_trend.slope as slope,
    release_standing.is_headline as is_headline,
    release.release_id as release
from member.release_trend
inner join member.release_standing
    on release_standing.metric_id = release_trend.metric_id
    and release_standing.release_id = release_trend.release_id
    and release_standing.city_id = release_trend.city_id
    and release_standing.breakdown_id = release_trend.breakdown_id
inner join member.release_value
    on release_value.metric_id = release_trend.metric_id
    and release_value.release_id = release_trend.release_id
    and release_value.city_id = release_trend.city_id
    and release_value.breakdown_id = release_trend.breakdown_id
inner join member.release on release.release_id = release_trend.release_id
inner join member.metric on metric.metric_id = release_trend.metric_id
inner join member.city on city.city_id = release_trend.city_id
inner join member.peer_group on peer_group.peer_group_id = release_standing.peer_group_id
inner join member.breakdown_value
    on breakdown_value.breakdown_id = release_trend.breakdown_id
where (release_standing.verdict = 1 and release_trend.course = 1)
    or (release_standing.verdict = 2 and release_trend.course = -1);

create or replace view member.standing_trend as
select
    standing_trend_history.metric,
    standing_trend_history.city,
    standing_trend_history.period,
    standing_trend_history.period_start,
    standing_trend_history.period_end,
    standing_trend_history.breakdown,
    standing_trend_history.peer_group,
    standing_trend_history.list,
    standing_trend_history.value,
    standing_trend_history.others_median,
    standing_trend_history.slope,
    standing_trend_history.is_headline,
    standing_trend_history.release
from member.standing_trend_history
inner join member.release on release.release_id = standing_trend_history.release
where release.is_newest;

comment on view member.standing_trend is 'What lies behind and falls back, what is ahead and gains. Empty in schema open. Newest release of each period.';
comment on column member.standing_trend.metric is 'The metric, domain/name.';
comment on column member.standing_trend.city is 'The id of the city.';
comment on column member.standing_trend.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.standing_trend.period_start is 'The first day of the period.';
comment on column member.standing_trend.period_end is 'The day after the period (exclusive).';
comment on column member.standing_trend.breakdown is 'The population group or district; total for all.';
comment on column member.standing_trend.peer_group is 'The id of the peer group.';
comment on column member.standing_trend.list is 'better_and_improving or worse_and_worsening.';
comment on column member.standing_trend.value is 'The figure of the period.';
comment on column member.standing_trend.others_median is 'The median of the others.';
comment on column member.standing_trend.slope is 'The change a year, in the unit of the metric.';
comment on column member.standing_trend.is_headline is 'Whether better or worse may be a headline among all of the city''s.';
comment on column member.standing_trend.release is 'The number of the release.';
comment on view member.standing_trend_history is 'What lies behind and falls back, what is ahead and gains. Empty in schema open. All releases.';
comment on column member.standing_trend_history.metric is 'The metric, domain/name.';
comment on column member.standing_trend_history.city is 'The id of the city.';
comment on column member.standing_trend_history.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.standing_trend_history.period_start is 'The first day of the period.';
comment on column member.standing_trend_history.period_end is 'The day after the period (exclusive).';
comment on column member.standing_trend_history.breakdown is 'The population group or district; total for all.';
comment on column member.standing_trend_history.peer_group is 'The id of the peer group.';
comment on column member.standing_trend_history.list is 'better_and_improving or worse_and_worsening.';
comment on column member.standing_trend_history.value is 'The figure of the period.';
comment on column member.standing_trend_history.others_median is 'The median of the others.';
comment on column member.standing_trend_history.slope is 'The change a year, in the unit of the metric.';
comment on column member.standing_trend_history.is_headline is 'Whether better or worse may be a headline among all of the city''s.';
comment on column member.standing_trend_history.release is 'The number of the release.';
