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
    incomparable_reason.word as reason,
    release_value.lower as lower,
    release_value.upper as upper,
    release_value.is_reliable as is_reliable,
    release_value.value - release_statistic.median as gap_to_median,
    release_value.value - case metric.polarity
        when 'high_good' then release_statistic.upper_quartile
        when 'low_good' then release_statistic.lower_quartile
    end as gap_to_best_quartile,
    release_value.target_gap as gap_to_target,
    (release_value.value - release_statistic.mean)
        / nullif(release_statistic.standard_deviation, 0) as z_score,
    (release_value.value - release_statistic.median)
        / nullif(1.4826 * release_statistic.absolute_deviation, 0) as robust_z,
    release_standing.others_median as others_median,
    release_standing.others_group_value as others_group_value,
    release_standing.difference_error as difference_error,
    release_standing.probability as probability,
    case release_standing.verdict
        when 1 then 'better'
        when 2 then 'worse'
        when 3 then 'about_level'
        when 4 then 'not_distinguishable'
    end as verdict,
    release_standing.is_headline as is_headline,
    case release_standing.funnel
        when -2 then 'below_99_8'
        when -1 then 'below_95'
        when 0 then 'inside'
        when 1 then 'above_95'
        when 2 then 'above_99_8'
    end as funnel,
    release_standing.rank_lower as rank_lower,
    release_standing.rank_upper as rank_upper,
    release_standing.rank_lower_all as rank_lower_all,
    release_standing.rank_upper_all as rank_upper_all
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
    standing_history.reason,
    standing_history.lower,
    standing_history.upper,
    standing_history.is_reliable,
    standing_history.gap_to_median,
    standing_history.gap_to_best_quartile,
    standing_history.gap_to_target,
    standing_history.z_score,
    standing_history.robust_z,
    standing_history.others_median,
    standing_history.others_group_value,
    standing_history.difference_error,
    standing_history.probability,
    standing_history.verdict,
    standing_history.is_headline,
    standing_history.funnel,
    standing_history.rank_lower,
    standing_history.rank_upper,
    standing_history.rank_lower_all,
    standing_history.rank_upper_all
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
comment on column member.standing.lower is 'The lower end of the figure''s 95 % interval; null for what has none.';
comment on column member.standing.upper is 'The upper end of the figure''s 95 % interval; null for what has none.';
comment on column member.standing.is_reliable is 'Whether the figure is steady enough to be read as one; null where nothing says so.';
comment on column member.standing.gap_to_median is 'value - median.';
comment on column member.standing.gap_to_best_quartile is 'The value less the quartile on the good side; null for a metric without one.';
comment on column member.standing.gap_to_target is 'The value less the nearer end of the range aimed at; 0 inside, null without one.';
comment on column member.standing.z_score is '(value - mean) / standard_deviation; null where all are equal.';
comment on column member.standing.robust_z is '(value - median) / (1.4826 x the median distance from the median); null where that is 0: half of the members or more have one value.';
comment on column member.standing.others_median is 'The median of the others, the city left out: what the verdict compares it with.';
comment on column member.standing.others_group_value is 'The ratio of totals of the others.';
comment on column member.standing.difference_error is 'The standard error of value - others_median, the variance between cities counted; null below six others.';
comment on column member.standing.probability is 'What chance alone gives for a difference as large, both sides; null without a standard error.';
comment on column member.standing.verdict is 'better or worse than the others'' median (95 %, and by more than the meaningful difference), about_level (the whole interval inside that difference), not_distinguishable; null where nothing may be said.';
comment on column member.standing.is_headline is 'Whether better or worse may be a headline: at most one in ten of those of a city and period is expected to be false.';
comment on column member.standing.funnel is 'Where the figure lies beside the limits that chance and the variance between cities set at the city''s size; null below ten cities.';
comment on column member.standing.rank_lower is 'The best rank that the data allow the city (95 %); for volumes the best of the last four periods.';
comment on column member.standing.rank_upper is 'The worst rank that the data allow the city (95 %); for volumes the worst of the last four periods.';
comment on column member.standing.rank_lower_all is 'rank_lower where all cities of the group are to be right at once.';
comment on column member.standing.rank_upper_all is 'rank_upper where all cities of the group are to be right at once.';
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
comment on column member.standing_history.lower is 'The lower end of the figure''s 95 % interval; null for what has none.';
comment on column member.standing_history.upper is 'The upper end of the figure''s 95 % interval; null for what has none.';
comment on column member.standing_history.is_reliable is 'Whether the figure is steady enough to be read as one; null where nothing says so.';
comment on column member.standing_history.gap_to_median is 'value - median.';
comment on column member.standing_history.gap_to_best_quartile is 'The value less the quartile on the good side; null for a metric without one.';
comment on column member.standing_history.gap_to_target is 'The value less the nearer end of the range aimed at; 0 inside, null without one.';
comment on column member.standing_history.z_score is '(value - mean) / standard_deviation; null where all are equal.';
comment on column member.standing_history.robust_z is '(value - median) / (1.4826 x the median distance from the median); null where that is 0: half of the members or more have one value.';
comment on column member.standing_history.others_median is 'The median of the others, the city left out: what the verdict compares it with.';
comment on column member.standing_history.others_group_value is 'The ratio of totals of the others.';
comment on column member.standing_history.difference_error is 'The standard error of value - others_median, the variance between cities counted; null below six others.';
comment on column member.standing_history.probability is 'What chance alone gives for a difference as large, both sides; null without a standard error.';
comment on column member.standing_history.verdict is 'better or worse than the others'' median (95 %, and by more than the meaningful difference), about_level (the whole interval inside that difference), not_distinguishable; null where nothing may be said.';
comment on column member.standing_history.is_headline is 'Whether better or worse may be a headline: at most one in ten of those of a city and period is expected to be false.';
comment on column member.standing_history.funnel is 'Where the figure lies beside the limits that chance and the variance between cities set at the city''s size; null below ten cities.';
comment on column member.standing_history.rank_lower is 'The best rank that the data allow the city (95 %); for volumes the best of the last four periods.';
comment on column member.standing_history.rank_upper is 'The worst rank that the data allow the city (95 %); for volumes the worst of the last four periods.';
comment on column member.standing_history.rank_lower_all is 'rank_lower where all cities of the group are to be right at once.';
comment on column member.standing_history.rank_upper_all is 'rank_upper where all cities of the group are to be right at once.';
