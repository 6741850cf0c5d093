-- grain: one row a metric, period, breakdown, peer group and city (one a group's owner, for
--     groups of own lists); what each standing has is joined from the left, since the planner
--     takes eight times as long over inner joins of this many tables
-- reads: the release tables of schema member
-- used by: analysts, show, report

create or replace view member.standing_history as
select
    metric.metric as metric,
    city.city as city,
    release.period as period,
    release.period_start as period_start,
    release.period_end as period_end,
    breakdown_value.breakdown as breakdown,
    peer_group.peer_group as peer_group,
    standing_status.word as status,
    release_value.value as value,
    release_value.numerator as numerator,
    release_value.denominator as denominator,
    release_standing.includes_city as includes_city,
    release_statistic.contributors as contributors,
    release_standing.ranked as ranked,
    release_standing.rank as rank,
    release_standing.rank_worst as rank_worst,
    release_standing.rank_share as rank_share,
    release_standing.percent_rank as percent_rank,
    release_standing.quartile::integer as quartile,
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
    incomparable_reason.word as reason
from member.release_standing
left join member.release_value
    on release_value.metric_id = release_standing.metric_id
    and release_value.release_id = release_standing.release_id
    and release_value.city_id = release_standing.city_id
    and release_value.breakdown_id = release_standing.breakdown_id
left join member.release_statistic
    on release_statistic.metric_id = release_standing.metric_id
    and release_statistic.release_id = release_standing.release_id
    and release_statistic.peer_group_id = release_standing.peer_group_id
    and release_statistic.owner_city_id = release_standing.owner_city_id
    and release_statistic.breakdown_id = release_standing.breakdown_id
inner join member.release on release.release_id = release_standing.release_id
inner join member.metric on metric.metric_id = release_standing.metric_id
inner join member.city on city.city_id = release_standing.city_id
left join member.peer_group on peer_group.peer_group_id = release_standing.peer_group_id
left join member.breakdown_value
    on breakdown_value.breakdown_id = release_standing.breakdown_id
left join member.standing_status
    on standing_status.status = coalesce(release_standing.status, release_value.status)
left join member.incomparable_reason
    on incomparable_reason.reason = coalesce(release_standing.reason, release_value.reason);

create or replace view member.standing as
select
    standing_history.metric,
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
    standing_history.standard_deviation,
    standing_history.reason
from member.standing_history
inner join member.release on release.release_id = standing_history.release
where release.is_newest;

comment on view member.standing is 'The place of each city in each of its peer groups. Newest release of each period.';
comment on column member.standing.metric is 'The metric, domain/name.';
comment on column member.standing.city is 'The id of the city.';
comment on column member.standing.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.standing.period_start is 'The first day of the period.';
comment on column member.standing.period_end is 'The day after the period (exclusive).';
comment on column member.standing.breakdown is 'The population group or district; total for all.';
comment on column member.standing.peer_group is 'The id of the peer group.';
comment on column member.standing.status is 'reported, or why there is no figure to compare.';
comment on column member.standing.value is 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';
comment on column member.standing.numerator is 'What stands above the line of a ratio; null for other metrics and where unknown.';
comment on column member.standing.denominator is 'What stands below the line of a ratio; null for other metrics and where unknown.';
comment on column member.standing.includes_city is 'Whether the city is a member of the group and so counted in its statistics.';
comment on column member.standing.contributors is 'Members of the group with a value; the statistics are over them.';
comment on column member.standing.ranked is 'How many cities were ranked: contributors, plus one where the city is no member and has a value.';
comment on column member.standing.rank is 'Competition rank, best = 1, ties share the lowest; null where the metric is not ranked or fewer than 2 contribute.';
comment on column member.standing.rank_worst is 'The rank if all members that did not report were better: rank + not_reported.';
comment on column member.standing.rank_share is 'rank / ranked.';
comment on column member.standing.percent_rank is '(rank - 1) / (ranked - 1): 0 is best.';
comment on column member.standing.quartile is 'Quartile class, 1 = best; null below 4 contributors or where all values are equal.';
comment on column member.standing.mean is 'Plain mean of the members'' values.';
comment on column member.standing.group_value is 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';
comment on column member.standing.median is 'Median (Hyndman and Fan 1996, definition 7).';
comment on column member.standing.lower_quartile is '25 % quantile (definition 7), from 4 contributors.';
comment on column member.standing.upper_quartile is '75 % quantile (definition 7), from 4 contributors.';
comment on column member.standing.minimum is 'Smallest value of a member.';
comment on column member.standing.maximum is 'Largest value of a member.';
comment on column member.standing.not_reported is 'Members not reported, not collected, late or withheld.';
comment on column member.standing.not_provided is 'Members that do not provide the service, or to which the figure does not apply.';
comment on column member.standing.not_taking_part is 'Members that do not take part in the comparison of the service.';
comment on column member.standing.suppressed is 'Members whose value is hidden for confidentiality.';
comment on column member.standing.unreliable is 'Members whose value is too uncertain to compare.';
comment on column member.standing.not_comparable is 'Members whose value is on another basis.';
comment on column member.standing.coverage is 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';
comment on column member.standing.release is 'The number of the release.';
comment on column member.standing.standard_deviation is 'Sample standard deviation (n - 1) of the members'' values.';
comment on column member.standing.reason is 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';
comment on view member.standing_history is 'The place of each city in each of its peer groups. All releases.';
comment on column member.standing_history.metric is 'The metric, domain/name.';
comment on column member.standing_history.city is 'The id of the city.';
comment on column member.standing_history.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.standing_history.period_start is 'The first day of the period.';
comment on column member.standing_history.period_end is 'The day after the period (exclusive).';
comment on column member.standing_history.breakdown is 'The population group or district; total for all.';
comment on column member.standing_history.peer_group is 'The id of the peer group.';
comment on column member.standing_history.status is 'reported, or why there is no figure to compare.';
comment on column member.standing_history.value is 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';
comment on column member.standing_history.numerator is 'What stands above the line of a ratio; null for other metrics and where unknown.';
comment on column member.standing_history.denominator is 'What stands below the line of a ratio; null for other metrics and where unknown.';
comment on column member.standing_history.includes_city is 'Whether the city is a member of the group and so counted in its statistics.';
comment on column member.standing_history.contributors is 'Members of the group with a value; the statistics are over them.';
comment on column member.standing_history.ranked is 'How many cities were ranked: contributors, plus one where the city is no member and has a value.';
comment on column member.standing_history.rank is 'Competition rank, best = 1, ties share the lowest; null where the metric is not ranked or fewer than 2 contribute.';
comment on column member.standing_history.rank_worst is 'The rank if all members that did not report were better: rank + not_reported.';
comment on column member.standing_history.rank_share is 'rank / ranked.';
comment on column member.standing_history.percent_rank is '(rank - 1) / (ranked - 1): 0 is best.';
comment on column member.standing_history.quartile is 'Quartile class, 1 = best; null below 4 contributors or where all values are equal.';
comment on column member.standing_history.mean is 'Plain mean of the members'' values.';
comment on column member.standing_history.group_value is 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';
comment on column member.standing_history.median is 'Median (Hyndman and Fan 1996, definition 7).';
comment on column member.standing_history.lower_quartile is '25 % quantile (definition 7), from 4 contributors.';
comment on column member.standing_history.upper_quartile is '75 % quantile (definition 7), from 4 contributors.';
comment on column member.standing_history.minimum is 'Smallest value of a member.';
comment on column member.standing_history.maximum is 'Largest value of a member.';
comment on column member.standing_history.not_reported is 'Members not reported, not collected, late or withheld.';
comment on column member.standing_history.not_provided is 'Members that do not provide the service, or to which the figure does not apply.';
comment on column member.standing_history.not_taking_part is 'Members that do not take part in the comparison of the service.';
comment on column member.standing_history.suppressed is 'Members whose value is hidden for confidentiality.';
comment on column member.standing_history.unreliable is 'Members whose value is too uncertain to compare.';
comment on column member.standing_history.not_comparable is 'Members whose value is on another basis.';
comment on column member.standing_history.coverage is 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';
comment on column member.standing_history.release is 'The number of the release.';
comment on column member.standing_history.standard_deviation is 'Sample standard deviation (n - 1) of the members'' values.';
comment on column member.standing_history.reason is 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';
