-- grain: one row a metric, city, period and breakdown whose period a year earlier is released too
-- reads: the release tables of schema member
-- used by: analysts, report

create or replace view member.metric_change as
select
    metric.metric as metric,
    city.city as city,
    release.period as period,
    release.period_start as period_start,
    release.period_end as period_end,
    breakdown_value.breakdown as breakdown,
    release_value.value as value,
    earlier_release.period as earlier_period,
    earlier_value.value as earlier_value,
    case when judged.reason is null then release_value.value - earlier_value.value end as change,
    case when judged.reason is null and earlier_value.value <> 0
        then (release_value.value - earlier_value.value) / abs(earlier_value.value) * 100
    end as change_percent,
    judged.reason is null as is_comparable,
    judged.reason as reason,
    metric.unit as unit,
    release.release_id as release,
    earlier_release.release_id as earlier_release
from member.release_value
inner join member.release on release.release_id = release_value.release_id
inner join member.release as earlier_release
    on earlier_release.period_start = (release.period_start - interval '1 year')::date
    and earlier_release.period_end = (release.period_end - interval '1 year')::date
inner join member.release_value as earlier_value
    on earlier_value.metric_id = release_value.metric_id
    and earlier_value.release_id = earlier_release.release_id
    and earlier_value.city_id = release_value.city_id
    and earlier_value.breakdown_id = release_value.breakdown_id
inner join member.metric on metric.metric_id = release_value.metric_id
inner join member.city on city.city_id = release_value.city_id
inner join member.breakdown_value
    on breakdown_value.breakdown_id = release_value.breakdown_id
inner join member.standing_status on standing_status.status = release_value.status
inner join member.standing_status as earlier_status
    on earlier_status.status = earlier_value.status
left join member.incomparable_reason
    on incomparable_reason.reason = release_value.reason
left join member.incomparable_reason as earlier_reason
    on earlier_reason.reason = earlier_value.reason
cross join lateral (
    select
        case
            when exists (
                select
                from member.registry_change
                where release_value.city_id
                    in (registry_change.city_id, registry_change.becomes_city_id)
                    and registry_change.kind <> 'renamed'
                    and registry_change.change_date > earlier_release.period_start
                    and registry_change.change_date <= release.period_start
            ) then 'succession'
            when release_value.comparable_from > earlier_release.period_start
                then 'definition_break'
            when standing_status.word <> 'reported'
                then coalesce(incomparable_reason.word, standing_status.word)
            when earlier_status.word <> 'reported'
                then coalesce(earlier_reason.word, earlier_status.word)
        end as reason
) as judged
where release.is_newest and earlier_release.is_newest;

comment on view member.metric_change is 'Each figure beside that of the same months a year earlier. Newest releases; nothing is compared across a break, nor across a merger or split of the city.';
comment on column member.metric_change.metric is 'The metric, domain/name.';
comment on column member.metric_change.city is 'The id of the city.';
comment on column member.metric_change.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.metric_change.period_start is 'The first day of the period.';
comment on column member.metric_change.period_end is 'The day after the period (exclusive).';
comment on column member.metric_change.breakdown is 'The population group or district; total for all.';
comment on column member.metric_change.value is 'The figure, in the unit of the metric.';
comment on column member.metric_change.earlier_period is 'The same months of the year before.';
comment on column member.metric_change.earlier_value is 'The figure of that period.';
comment on column member.metric_change.change is 'value - earlier_value; null where the two do not compare.';
comment on column member.metric_change.change_percent is 'The change in per cent of the earlier value; null where the two do not compare or that value is 0.';
comment on column member.metric_change.is_comparable is 'Whether the two figures compare.';
comment on column member.metric_change.reason is 'Why they do not: succession (between the first days of the two periods the city became another, came of one, or lost or gained a part), definition_break, or the status or reason of the figure, else of the earlier one; null where they do.';
comment on column member.metric_change.unit is 'The id of the metric''s unit.';
comment on column member.metric_change.release is 'The number of the release of the period.';
comment on column member.metric_change.earlier_release is 'The number of the release of the earlier period.';
