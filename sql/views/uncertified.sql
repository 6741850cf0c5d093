-- grain: one row a city's service whose figures nobody had certified when a final release was
--     made
-- reads: the release tables of schema member
-- used by: analysts, status

create or replace view member.uncertified_history as
select
    city.city as city,
    release.period as period,
    release.period_start as period_start,
    release.period_end as period_end,
    nullif(release_uncertified.service, '') as service,
    release.release_id as release
from member.release_uncertified
inner join member.release on release.release_id = release_uncertified.release_id
inner join member.city on city.city_id = release_uncertified.city_id;

create or replace view member.uncertified as
select
    uncertified_history.city,
    uncertified_history.period,
    uncertified_history.period_start,
    uncertified_history.period_end,
    uncertified_history.service,
    uncertified_history.release
from member.uncertified_history
inner join member.release on release.release_id = uncertified_history.release
where release.is_newest;

comment on view member.uncertified is 'Services whose figures their city had not certified when a final or corrected release was made. Newest release of each period.';
comment on column member.uncertified.city is 'The id of the city.';
comment on column member.uncertified.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.uncertified.period_start is 'The first day of the period.';
comment on column member.uncertified.period_end is 'The day after the period (exclusive).';
comment on column member.uncertified.service is 'The id of the service; null for measures of none.';
comment on column member.uncertified.release is 'The number of the release.';
comment on view member.uncertified_history is 'Services whose figures their city had not certified when a final or corrected release was made. All releases.';
comment on column member.uncertified_history.city is 'The id of the city.';
comment on column member.uncertified_history.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.uncertified_history.period_start is 'The first day of the period.';
comment on column member.uncertified_history.period_end is 'The day after the period (exclusive).';
comment on column member.uncertified_history.service is 'The id of the service; null for measures of none.';
comment on column member.uncertified_history.release is 'The number of the release.';
