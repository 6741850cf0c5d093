-- grain: one row an explanation of a figure
-- reads: nothing
-- used by: explain, load (writes), check, load, history, findings

create table intake.explanation (
    explanation_id bigint primary key,
    submission_id bigint,
    value double precision not null,
    explained_at timestamptz not null,
    measure_id integer not null,
    city_id integer not null,
    breakdown_id integer not null,
    is_public boolean not null,
    period text not null,
    author text not null,
    explanation text not null
);

create index explanation_city_id_idx on intake.explanation (city_id, measure_id);

comment on table intake.explanation is 'What was said about figures that are unlikely and right; of several for one figure the last counts.';
comment on column intake.explanation.submission_id is 'The submission that brought it in a column of its own; null where it was given by yardstick explain.';
comment on column intake.explanation.value is 'The figure that is explained, in the unit of the measure: another one is asked about again.';
comment on column intake.explanation.is_public is 'Whether it may be published beside the figure.';
comment on column intake.explanation.period is 'The period of the figure, in canonical text such as 2026-Q3.';
comment on column intake.explanation.author is 'Who said it; the sender for what stood in a file.';
