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
    breakdown_value.breakdown as breakdown,
    release_value.value as value,
    release_value.lower as lower,
    release_value.upper as upper,
    release_value.numerator as numerator,
    release_value.denominator as denominator,
    metric.unit as unit,
    standing_status.word as status,
    release.release_id as release,
    incomparable_reason.word as reason,
    case release_value.basis >> 0 & 7
        when 1 then 'direct'
        when 2 then 'direct_and_capital'
        when 3 then 'full'
    end as cost_basis,
    case release_value.basis >> 3 & 7
        when 1 then 'cash'
        when 2 then 'modified_accrual'
        when 3 then 'accrual'
    end as accounting_basis,
    case release_value.basis >> 6 & 7
        when 1 then 'none'
        when 2 then 'direct'
        when 3 then 'step_down'
        when 4 then 'reciprocal'
        when 5 then 'flat_rate'
    end as overhead_method,
    case release_value.basis >> 9 & 7
        when 1 then 'unaudited'
        when 2 then 'internally_audited'
        when 3 then 'audited'
    end as audit_status,
    release_value.comparable_from as comparable_from,
    release_value.real_value as real_value,
    release_value.parity_value as parity_value,
    release_value.rolling_value as rolling_year,
    release_value.unknown_share as unknown_share,
    release_value.standard_error as standard_error,
    release_value.is_reliable as is_reliable,
    release_value.target_gap as target_gap
from member.release_value
inner join member.release on release.release_id = release_value.release_id
inner join member.metric on metric.metric_id = release_value.metric_id
inner join member.city on city.city_id = release_value.city_id
inner join member.breakdown_value
    on breakdown_value.breakdown_id = release_value.breakdown_id
inner join member.standing_status on standing_status.status = release_value.status
left join member.incomparable_reason
    on incomparable_reason.reason = release_value.reason;

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
    metric_value_history.release,
    metric_value_history.reason,
    metric_value_history.cost_basis,
    metric_value_history.accounting_basis,
    metric_value_history.overhead_method,
    metric_value_history.audit_status,
    metric_value_history.comparable_from,
    metric_value_history.real_value,
    metric_value_history.parity_value,
    metric_value_history.rolling_year,
    metric_value_history.unknown_share,
    metric_value_history.standard_error,
    metric_value_history.is_reliable,
    metric_value_history.target_gap
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
comment on column member.metric_value.value is 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';
comment on column member.metric_value.lower is 'The lower end of the figure''s 95 % interval; null for what has none, as volumes.';
comment on column member.metric_value.upper is 'The upper end of the figure''s 95 % interval; null for what has none.';
comment on column member.metric_value.numerator is 'What stands above the line of a ratio; null for other metrics and where unknown.';
comment on column member.metric_value.denominator is 'What stands below the line of a ratio; null for other metrics and where unknown.';
comment on column member.metric_value.unit is 'The id of the metric''s unit.';
comment on column member.metric_value.status is 'reported, or why there is no figure to compare.';
comment on column member.metric_value.release is 'The number of the release.';
comment on column member.metric_value.reason is 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';
comment on column member.metric_value.cost_basis is 'Which costs the figure covers: direct, direct_and_capital or full; null where its values do not state one alike.';
comment on column member.metric_value.accounting_basis is 'By which rules it was booked: cash, modified_accrual or accrual; null where its values do not state one alike.';
comment on column member.metric_value.overhead_method is 'How overhead was allocated: none, direct, step_down, reciprocal or flat_rate; null where its values do not state one alike.';
comment on column member.metric_value.audit_status is 'Who looked at it: unaudited, internally_audited or audited; null where its values do not state one alike.';
comment on column member.metric_value.comparable_from is 'The first day of the definition that holds in the period: figures before it do not compare; null: no break.';
comment on column member.metric_value.real_value is 'The figure in prices of the base period of its series (see price_basis); null for what is no money.';
comment on column member.metric_value.parity_value is 'The figure over the city''s regional price parity (100 = nation), a sensitivity; null where the metric shows none or the parity is not known.';
comment on column member.metric_value.rolling_year is 'The metric over the four quarters that end with the period; null for other periods, across a break, and where a quarter is missing.';
comment on column member.metric_value.unknown_share is 'For a group: the share (0 to 1) of those whose group is not known; null for the total.';
comment on column member.metric_value.standard_error is 'The standard error of the figure; null for what has none.';
comment on column member.metric_value.is_reliable is 'Whether the figure is steady enough to be read as one: ten events or 30 units, and no interval as wide as the value allows; null where nothing says so.';
comment on column member.metric_value.target_gap is 'The figure less the nearer end of the range aimed at; 0 inside, null without one.';
comment on view member.metric_value_history is 'The figure of each city in each metric, or why there is none. All releases.';
comment on column member.metric_value_history.metric is 'The metric, domain/name.';
comment on column member.metric_value_history.city is 'The id of the city.';
comment on column member.metric_value_history.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.metric_value_history.period_start is 'The first day of the period.';
comment on column member.metric_value_history.period_end is 'The day after the period (exclusive).';
comment on column member.metric_value_history.breakdown is 'The population group or district; total for all.';
comment on column member.metric_value_history.value is 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';
comment on column member.metric_value_history.lower is 'The lower end of the figure''s 95 % interval; null for what has none, as volumes.';
comment on column member.metric_value_history.upper is 'The upper end of the figure''s 95 % interval; null for what has none.';
comment on column member.metric_value_history.numerator is 'What stands above the line of a ratio; null for other metrics and where unknown.';
comment on column member.metric_value_history.denominator is 'What stands below the line of a ratio; null for other metrics and where unknown.';
comment on column member.metric_value_history.unit is 'The id of the metric''s unit.';
comment on column member.metric_value_history.status is 'reported, or why there is no figure to compare.';
comment on column member.metric_value_history.release is 'The number of the release.';
comment on column member.metric_value_history.reason is 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';
comment on column member.metric_value_history.cost_basis is 'Which costs the figure covers: direct, direct_and_capital or full; null where its values do not state one alike.';
comment on column member.metric_value_history.accounting_basis is 'By which rules it was booked: cash, modified_accrual or accrual; null where its values do not state one alike.';
comment on column member.metric_value_history.overhead_method is 'How overhead was allocated: none, direct, step_down, reciprocal or flat_rate; null where its values do not state one alike.';
comment on column member.metric_value_history.audit_status is 'Who looked at it: unaudited, internally_audited or audited; null where its values do not state one alike.';
comment on column member.metric_value_history.comparable_from is 'The first day of the definition that holds in the period: figures before it do not compare; null: no break.';
comment on column member.metric_value_history.real_value is 'The figure in prices of the base period of its series (see price_basis); null for what is no money.';
comment on column member.metric_value_history.parity_value is 'The figure over the city''s regional price parity (100 = nation), a sensitivity; null where the metric shows none or the parity is not known.';
comment on column member.metric_value_history.rolling_year is 'The metric over the four quarters that end with the period; null for other periods, across a break, and where a quarter is missing.';
comment on column member.metric_value_history.unknown_share is 'For a group: the share (0 to 1) of those whose group is not known; null for the total.';
comment on column member.metric_value_history.standard_error is 'The standard error of the figure; null for what has none.';
comment on column member.metric_value_history.is_reliable is 'Whether the figure is steady enough to be read as one: ten events or 30 units, and no interval as wide as the value allows; null where nothing says so.';
comment on column member.metric_value_history.target_gap is 'The figure less the nearer end of the range aimed at; 0 inside, null without one.';
