-- grain: one row a release and metric, release and earlier one, release and
--     city's figure in one metric and breakdown
-- reads: nothing
-- used by: compare (writes), the views and functions of schema member, show,
--     report

create table member.release_metric (
    multiplier double precision not null,
    target_from double precision,
    target_to double precision,
    meaningful_difference double precision,
    metric_id integer not null,
    release_id integer not null,
    decimals smallint,
    is_difference_percent boolean,
    is_ratio boolean not null,
    polarity text not null,
    uncertainty text not null,
    formula text not null,
    primary key (metric_id, release_id)
);

create table member.release_earlier (
    release_id integer not null,
    earlier_release_id integer not null,
    period_start date not null,
    primary key (release_id, period_start)
);

create table member.release_trend (
    slope double precision,
    tau double precision,
    chi_square double precision,
    probability double precision,
    autocorrelation double precision,
    year_change double precision,
    year_change_lower double precision,
    year_change_upper double precision,
    metric_id integer not null,
    release_id integer not null,
    city_id integer not null,
    breakdown_id integer not null,
    periods integer not null,
    method smallint,
    direction smallint,
    course smallint,
    primary key (metric_id, release_id, city_id, breakdown_id)
);

do $$
declare
    audience text;
    relation text;
begin
    foreach audience in array array['preview', 'open'] loop
        foreach relation in array array['release_metric', 'release_earlier', 'release_trend']
        loop
            execute format(
                'create table %1$I.%2$I (like member.%2$I including all)', audience, relation);
        end loop;
    end loop;
    foreach audience in array array['preview', 'member', 'open'] loop
        execute format(
            $sql$
            alter table %1$I.release
                add column rank_draws integer,
                add column rank_seed bigint;

            alter table %1$I.release_value
                add column lower double precision,
                add column upper double precision,
                add column standard_error double precision,
                add column rank_key double precision,
                add column target_gap double precision,
                add column provision_mode smallint,
                add column is_reliable boolean;

            alter table %1$I.release_statistic
                add column absolute_deviation double precision,
                add column over_dispersion double precision,
                add column variance_between double precision,
                add column median_change double precision,
                add column group_value_change double precision,
                add column rank_error double precision,
                add column panel_cities integer,
                add column deciles double precision[];

            alter table %1$I.release_standing
                add column others_median double precision,
                add column others_group_value double precision,
                add column difference_error double precision,
                add column probability double precision,
                add column rank_lower integer,
                add column rank_upper integer,
                add column rank_lower_all integer,
                add column rank_upper_all integer,
                add column verdict smallint,
                add column funnel smallint,
                add column is_headline boolean,
                add column indistinct bit varying;

            comment on table %1$I.release_metric is 'What each metric was in a release: what ranks and words are made by.';
            comment on column %1$I.release_metric.multiplier is 'From numerator over denominator to the value.';
            comment on column %1$I.release_metric.target_from is 'The lower end of the range aimed at; null without one.';
            comment on column %1$I.release_metric.meaningful_difference is 'The smallest gap worth a word; null where none is declared.';
            comment on column %1$I.release_metric.is_difference_percent is 'Whether that is in per cent of what is compared with, else in the unit.';
            comment on column %1$I.release_metric.decimals is 'On how many decimals ties are judged; null for values as reported.';
            comment on column %1$I.release_metric.is_ratio is 'Whether a group has a ratio of totals.';
            comment on table %1$I.release_earlier is 'The earlier releases of which trends and changes of groups are made.';
            comment on column %1$I.release_earlier.period_start is 'The first day of the earlier period.';
            comment on table %1$I.release_trend is 'The course of each figure over the periods before.';
            comment on column %1$I.release_trend.slope is 'The change a year, in the unit of the metric; null where there is no test.';
            comment on column %1$I.release_trend.periods is 'How many periods without a break it is made of, this one included.';
            comment on column %1$I.release_trend.method is '1 weighted slope of five years, 2 Mann and Kendall by season; null for none.';
            comment on column %1$I.release_trend.direction is '1 rising, -1 falling, 0 no trend that may be told; null without a test.';
            comment on column %1$I.release_trend.course is '1 improving, -1 worsening, 0 neither; null without a test or a good direction.';
            comment on column %1$I.release_trend.year_change is 'Less the figure of the same months a year before; null across a break.';
            comment on column %1$I.release_trend.year_change_lower is 'The lower end of its 95 %% interval; null where the figures have none.';
            comment on column %1$I.release.rank_draws is 'How many draws rank intervals are made of; 0 where there are none; null for releases of older program versions.';
            comment on column %1$I.release.rank_seed is 'The seed of the draws.';
            comment on column %1$I.release_value.lower is 'The lower end of the 95 %% interval of the figure; null for what has none.';
            comment on column %1$I.release_value.standard_error is 'The standard error of the figure; null for what has none.';
            comment on column %1$I.release_value.rank_key is 'The number that it is ranked by, the larger the better; null where it is not ranked.';
            comment on column %1$I.release_value.target_gap is 'Less the nearer end of the range aimed at, 0 inside; null without one.';
            comment on column %1$I.release_value.provision_mode is '1 own staff, 2 contract, 3 joint; null where unknown or of no account.';
            comment on column %1$I.release_value.is_reliable is 'Whether it is steady enough to be read as a figure; null where nothing says so.';
            comment on column %1$I.release_statistic.absolute_deviation is 'The median distance from the median.';
            comment on column %1$I.release_statistic.over_dispersion is 'How much more figures differ than chance makes them; 1 for chance alone.';
            comment on column %1$I.release_statistic.variance_between is 'The variance between cities beyond chance, on the scale of the funnel.';
            comment on column %1$I.release_statistic.median_change is 'The change of the median of those who stand in both periods.';
            comment on column %1$I.release_statistic.group_value_change is 'The change of the ratio of totals of those who stand in both periods.';
            comment on column %1$I.release_statistic.panel_cities is 'How many stand in both periods.';
            comment on column %1$I.release_statistic.rank_error is 'The greatest Monte Carlo error of a limit that rank intervals rest on.';
            comment on column %1$I.release_statistic.deciles is 'Nine of them; null below twenty contributors.';
            comment on column %1$I.release_standing.others_median is 'The median of the others, the city left out.';
            comment on column %1$I.release_standing.others_group_value is 'The ratio of totals of the others.';
            comment on column %1$I.release_standing.difference_error is 'The standard error of the figure less that median.';
            comment on column %1$I.release_standing.probability is 'What chance alone gives for a difference as large.';
            comment on column %1$I.release_standing.verdict is '1 better, 2 worse, 3 about level, 4 not distinguishable; null where nothing may be said.';
            comment on column %1$I.release_standing.funnel is 'Beyond the limits of 99.8 %% (-2 below, 2 above) or 95 %% (-1, 1), or inside (0).';
            comment on column %1$I.release_standing.is_headline is 'Whether the verdict may be a headline among all of the city''s.';
            comment on column %1$I.release_standing.rank_lower is 'The best rank that the data allow it.';
            comment on column %1$I.release_standing.rank_lower_all is 'The same, for all cities of the group at once.';
            comment on column %1$I.release_standing.indistinct is 'One bit a member of the group, by city number: 1 where the two cannot be told apart.';
            $sql$, audience);
    end loop;
end
$$;
