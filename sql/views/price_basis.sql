-- grain: one row a metric and period with real values
-- reads: the release tables of schema member
-- used by: analysts

create or replace view member.price_basis_history as
select
    metric.metric as metric,
    release.period as period,
    release.period_start as period_start,
    release.period_end as period_end,
    release_price.series as series,
    release_price.base_period as base_period,
    release_price.index_value as index_value,
    release_price.base_index_value as base_index_value,
    release_price.vintage as vintage,
    release_price.source as source,
    release.release_id as release
from member.release_price
inner join member.release on release.release_id = release_price.release_id
inner join member.metric on metric.metric_id = release_price.metric_id;

create or replace view member.price_basis as
select
    price_basis_history.metric,
    price_basis_history.period,
    price_basis_history.period_start,
    price_basis_history.period_end,
    price_basis_history.series,
    price_basis_history.base_period,
    price_basis_history.index_value,
    price_basis_history.base_index_value,
    price_basis_history.vintage,
    price_basis_history.source,
    price_basis_history.release
from member.price_basis_history
inner join member.release on release.release_id = price_basis_history.release
where release.is_newest;

comment on view member.price_basis is 'The price index that put the figures of a metric into other prices. Newest release of each period.';
comment on column member.price_basis.metric is 'The metric, domain/name.';
comment on column member.price_basis.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.price_basis.period_start is 'The first day of the period.';
comment on column member.price_basis.period_end is 'The day after the period (exclusive).';
comment on column member.price_basis.series is 'The id of the price series.';
comment on column member.price_basis.base_period is 'The period in whose prices real values are.';
comment on column member.price_basis.index_value is 'The mean of the index over the period.';
comment on column member.price_basis.base_index_value is 'The mean of the index over the base period.';
comment on column member.price_basis.vintage is 'The newest vintage used, ISO date.';
comment on column member.price_basis.source is 'Where the index was published.';
comment on column member.price_basis.release is 'The number of the release.';
comment on view member.price_basis_history is 'The price index that put the figures of a metric into other prices. All releases.';
comment on column member.price_basis_history.metric is 'The metric, domain/name.';
comment on column member.price_basis_history.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.price_basis_history.period_start is 'The first day of the period.';
comment on column member.price_basis_history.period_end is 'The day after the period (exclusive).';
comment on column member.price_basis_history.series is 'The id of the price series.';
comment on column member.price_basis_history.base_period is 'The period in whose prices real values are.';
comment on column member.price_basis_history.index_value is 'The mean of the index over the period.';
comment on column member.price_basis_history.base_index_value is 'The mean of the index over the base period.';
comment on column member.price_basis_history.vintage is 'The newest vintage used, ISO date.';
comment on column member.price_basis_history.source is 'Where the index was published.';
comment on column member.price_basis_history.release is 'The number of the release.';
