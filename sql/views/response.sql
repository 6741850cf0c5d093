-- grain: one row a metric, city and breakdown that its city says something about
-- reads: the release tables of schema member
-- used by: analysts, report

create or replace view member.response_history as
select
    metric.metric as metric,
    city.city as city,
    release.period as period,
    release.period_start as period_start,
    release.period_end as period_end,
    breakdown_value.breakdown as breakdown,
    release_response.response as response,
    release_response.author as author,
    release_response.responded_on as responded_on,
    release.release_id as release,
    release_response.office as office
from member.release_response
inner join member.release on release.release_id = release_response.release_id
inner join member.metric on metric.metric_id = release_response.metric_id
inner join member.city on city.city_id = release_response.city_id
inner join member.breakdown_value
    on breakdown_value.breakdown_id = release_response.breakdown_id;

create or replace view member.response as
select
    response_history.metric,
    response_history.city,
    response_history.period,
    response_history.period_start,
    response_history.period_end,
    response_history.breakdown,
    response_history.response,
    response_history.author,
    response_history.responded_on,
    response_history.release,
    response_history.office
from member.response_history
inner join member.release on release.release_id = response_history.release
where release.is_newest;

comment on view member.response is 'What cities say about their own figures. Newest release of each period.';
comment on column member.response.metric is 'The metric, domain/name.';
comment on column member.response.city is 'The id of the city.';
comment on column member.response.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.response.period_start is 'The first day of the period.';
comment on column member.response.period_end is 'The day after the period (exclusive).';
comment on column member.response.breakdown is 'The population group or district; total for all.';
comment on column member.response.response is 'What the city says about its own figure.';
comment on column member.response.author is 'Who says it; null in schema open, which names no people.';
comment on column member.response.responded_on is 'The day on which it was said (UTC).';
comment on column member.response.release is 'The number of the release.';
comment on column member.response.office is 'The office in which it is said; null where nobody noted it.';
comment on view member.response_history is 'What cities say about their own figures. All releases.';
comment on column member.response_history.metric is 'The metric, domain/name.';
comment on column member.response_history.city is 'The id of the city.';
comment on column member.response_history.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.response_history.period_start is 'The first day of the period.';
comment on column member.response_history.period_end is 'The day after the period (exclusive).';
comment on column member.response_history.breakdown is 'The population group or district; total for all.';
comment on column member.response_history.response is 'What the city says about its own figure.';
comment on column member.response_history.author is 'Who says it; null in schema open, which names no people.';
comment on column member.response_history.responded_on is 'The day on which it was said (UTC).';
comment on column member.response_history.release is 'The number of the release.';
comment on column member.response_history.office is 'The office in which it is said; null where nobody noted it.';
