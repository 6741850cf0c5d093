-- grain: one row a metric, period, breakdown, peer group and owner
-- reads: the release tables of schema member
-- used by: analysts

create or replace view member.peer_statistic_history as
select
    metric.metric as metric,
    release.period as period,
    release.period_start as period_start,
    release.period_end as period_end,
    breakdown_value.breakdown as breakdown,
    peer_group.peer_group as peer_group,
    owner.city as owner_city,
    release_statistic.contributors as contributors,
    release_statistic.mean as mean,
    release_statistic.group_value as group_value,
    release_statistic.median as median,
    release_statistic.lower_quartile as lower_quartile,
    release_statistic.upper_quartile as upper_quartile,
    release_statistic.minimum as minimum,
    release_statistic.maximum as maximum,
    release_statistic.not_reported as not_reported,
    release_statistic.not_provided as not_provided,
    release_statistic.not_taking_part as not_taking_part,
    release_statistic.suppressed as suppressed,
    release_statistic.unreliable as unreliable,
    release_statistic.not_comparable as not_comparable,
    release_statistic.coverage as coverage,
    release.release_id as release,
    release_statistic.standard_deviation as standard_deviation,
    release_statistic.absolute_deviation as absolute_deviation,
    release_statistic.deciles[1] as decile_1,
    release_statistic.deciles[2] as decile_2,
    release_statistic.deciles[3] as decile_3,
    release_statistic.deciles[4] as decile_4,
    release_statistic.deciles[5] as decile_5,
    release_statistic.deciles[6] as decile_6,
    release_statistic.deciles[7] as decile_7,
    release_statistic.deciles[8] as decile_8,
    release_statistic.deciles[9] as decile_9,
    release_statistic.over_dispersion as over_dispersion,
    release_statistic.variance_between as variance_between,
    release_statistic.median_change as median_change,
    release_statistic.group_value_change as group_value_change,
    release_statistic.panel_cities as panel_cities,
    release_statistic.rank_error as rank_error
from member.release_statistic
inner join member.release on release.release_id = release_statistic.release_id
inner join member.metric on metric.metric_id = release_statistic.metric_id
inner join member.peer_group on peer_group.peer_group_id = release_statistic.peer_group_id
inner join member.breakdown_value
    on breakdown_value.breakdown_id = release_statistic.breakdown_id
left join member.city as owner on owner.city_id = release_statistic.owner_city_id;

create or replace view member.peer_statistic as
select
    peer_statistic_history.metric,
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
    peer_statistic_history.standard_deviation,
    peer_statistic_history.absolute_deviation,
    peer_statistic_history.decile_1,
    peer_statistic_history.decile_2,
    peer_statistic_history.decile_3,
    peer_statistic_history.decile_4,
    peer_statistic_history.decile_5,
    peer_statistic_history.decile_6,
    peer_statistic_history.decile_7,
    peer_statistic_history.decile_8,
    peer_statistic_history.decile_9,
    peer_statistic_history.over_dispersion,
    peer_statistic_history.variance_between,
    peer_statistic_history.median_change,
    peer_statistic_history.group_value_change,
    peer_statistic_history.panel_cities,
    peer_statistic_history.rank_error
from member.peer_statistic_history
inner join member.release on release.release_id = peer_statistic_history.release
where release.is_newest;

comment on view member.peer_statistic is 'What each peer group looks like in each metric. Newest release of each period.';
comment on column member.peer_statistic.metric is 'The metric, domain/name.';
comment on column member.peer_statistic.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.peer_statistic.period_start is 'The first day of the period.';
comment on column member.peer_statistic.period_end is 'The day after the period (exclusive).';
comment on column member.peer_statistic.breakdown is 'The population group or district; total for all.';
comment on column member.peer_statistic.peer_group is 'The id of the peer group.';
comment on column member.peer_statistic.owner_city is 'The city whose own peers these are; null for a common group.';
comment on column member.peer_statistic.contributors is 'Members of the group with a value; the statistics are over them.';
comment on column member.peer_statistic.mean is 'Plain mean of the members'' values.';
comment on column member.peer_statistic.group_value is 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';
comment on column member.peer_statistic.median is 'Median (Hyndman and Fan 1996, definition 7).';
comment on column member.peer_statistic.lower_quartile is '25 % quantile (definition 7), from 4 contributors.';
comment on column member.peer_statistic.upper_quartile is '75 % quantile (definition 7), from 4 contributors.';
comment on column member.peer_statistic.minimum is 'Smallest value of a member.';
comment on column member.peer_statistic.maximum is 'Largest value of a member.';
comment on column member.peer_statistic.not_reported is 'Members not reported, not collected, late or withheld.';
comment on column member.peer_statistic.not_provided is 'Members that do not provide the service, or to which the figure does not apply.';
comment on column member.peer_statistic.not_taking_part is 'Members that do not take part in the comparison of the service.';
comment on column member.peer_statistic.suppressed is 'Members whose value is hidden for confidentiality.';
comment on column member.peer_statistic.unreliable is 'Members whose value is too uncertain to compare.';
comment on column member.peer_statistic.not_comparable is 'Members whose value is on another basis.';
comment on column member.peer_statistic.coverage is 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';
comment on column member.peer_statistic.release is 'The number of the release.';
comment on column member.peer_statistic.standard_deviation is 'Sample standard deviation (n - 1) of the members'' values.';
comment on column member.peer_statistic.absolute_deviation is 'The median distance of the members'' values from their median.';
comment on column member.peer_statistic.decile_1 is 'The value below which 1 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic.decile_2 is 'The value below which 2 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic.decile_3 is 'The value below which 3 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic.decile_4 is 'The value below which 4 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic.decile_5 is 'The value below which 5 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic.decile_6 is 'The value below which 6 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic.decile_7 is 'The value below which 7 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic.decile_8 is 'The value below which 8 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic.decile_9 is 'The value below which 9 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic.over_dispersion is 'How much more the values differ than chance makes them, by their funnel; 1 for chance alone, null below ten.';
comment on column member.peer_statistic.variance_between is 'The variance between cities beyond chance, on the scale of the funnel (arcsine root of a share, root of a rate over its expectation).';
comment on column member.peer_statistic.median_change is 'The change of the median since the same months of the year before, of the members that stand in both; null in schema open.';
comment on column member.peer_statistic.group_value_change is 'The change of the ratio of totals of the same members; null in schema open.';
comment on column member.peer_statistic.panel_cities is 'How many members stand in both periods; null in schema open.';
comment on column member.peer_statistic.rank_error is 'The greatest Monte Carlo error of the limits that rank intervals rest on; null without draws.';
comment on view member.peer_statistic_history is 'What each peer group looks like in each metric. All releases.';
comment on column member.peer_statistic_history.metric is 'The metric, domain/name.';
comment on column member.peer_statistic_history.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.peer_statistic_history.period_start is 'The first day of the period.';
comment on column member.peer_statistic_history.period_end is 'The day after the period (exclusive).';
comment on column member.peer_statistic_history.breakdown is 'The population group or district; total for all.';
comment on column member.peer_statistic_history.peer_group is 'The id of the peer group.';
comment on column member.peer_statistic_history.owner_city is 'The city whose own peers these are; null for a common group.';
comment on column member.peer_statistic_history.contributors is 'Members of the group with a value; the statistics are over them.';
comment on column member.peer_statistic_history.mean is 'Plain mean of the members'' values.';
comment on column member.peer_statistic_history.group_value is 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';
comment on column member.peer_statistic_history.median is 'Median (Hyndman and Fan 1996, definition 7).';
comment on column member.peer_statistic_history.lower_quartile is '25 % quantile (definition 7), from 4 contributors.';
comment on column member.peer_statistic_history.upper_quartile is '75 % quantile (definition 7), from 4 contributors.';
comment on column member.peer_statistic_history.minimum is 'Smallest value of a member.';
comment on column member.peer_statistic_history.maximum is 'Largest value of a member.';
comment on column member.peer_statistic_history.not_reported is 'Members not reported, not collected, late or withheld.';
comment on column member.peer_statistic_history.not_provided is 'Members that do not provide the service, or to which the figure does not apply.';
comment on column member.peer_statistic_history.not_taking_part is 'Members that do not take part in the comparison of the service.';
comment on column member.peer_statistic_history.suppressed is 'Members whose value is hidden for confidentiality.';
comment on column member.peer_statistic_history.unreliable is 'Members whose value is too uncertain to compare.';
comment on column member.peer_statistic_history.not_comparable is 'Members whose value is on another basis.';
comment on column member.peer_statistic_history.coverage is 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';
comment on column member.peer_statistic_history.release is 'The number of the release.';
comment on column member.peer_statistic_history.standard_deviation is 'Sample standard deviation (n - 1) of the members'' values.';
comment on column member.peer_statistic_history.absolute_deviation is 'The median distance of the members'' values from their median.';
comment on column member.peer_statistic_history.decile_1 is 'The value below which 1 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic_history.decile_2 is 'The value below which 2 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic_history.decile_3 is 'The value below which 3 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic_history.decile_4 is 'The value below which 4 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic_history.decile_5 is 'The value below which 5 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic_history.decile_6 is 'The value below which 6 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic_history.decile_7 is 'The value below which 7 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic_history.decile_8 is 'The value below which 8 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic_history.decile_9 is 'The value below which 9 in ten of the members lie; null below twenty contributors.';
comment on column member.peer_statistic_history.over_dispersion is 'How much more the values differ than chance makes them, by their funnel; 1 for chance alone, null below ten.';
comment on column member.peer_statistic_history.variance_between is 'The variance between cities beyond chance, on the scale of the funnel (arcsine root of a share, root of a rate over its expectation).';
comment on column member.peer_statistic_history.median_change is 'The change of the median since the same months of the year before, of the members that stand in both; null in schema open.';
comment on column member.peer_statistic_history.group_value_change is 'The change of the ratio of totals of the same members; null in schema open.';
comment on column member.peer_statistic_history.panel_cities is 'How many members stand in both periods; null in schema open.';
comment on column member.peer_statistic_history.rank_error is 'The greatest Monte Carlo error of the limits that rank intervals rest on; null without draws.';
