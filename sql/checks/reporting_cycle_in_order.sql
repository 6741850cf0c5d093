-- promise: the days of a period's cycle stand in their order, and no release
--     falls into its blackout
select
    reporting_cycle.period as period
from warehouse.reporting_cycle
where exists (
        select
        from (
            select
                step.day as day,
                max(step.day) over (
                    order by step.position
                    rows between unbounded preceding and 1 preceding
                ) as latest_before
            from (
                values
                    (1, reporting_cycle.opens),
                    (2, reporting_cycle.due),
                    (3, reporting_cycle.queries_until),
                    (4, reporting_cycle.certify_until),
                    (5, reporting_cycle.preview),
                    (6, reporting_cycle.release)
            ) as step (position, day)
        ) as ordered
        where ordered.day < ordered.latest_before
    )
    or reporting_cycle.release
        between reporting_cycle.blackout_first and reporting_cycle.blackout_last
    or (reporting_cycle.blackout_first is null) <> (reporting_cycle.blackout_last is null);
