-- grain: one row a reporting cycle, a question about a figure, an entry of its
--     thread, a certification, a response; of a release one row a service that
--     is not certified, a certification it rests on, a response it shows
-- reads: nothing
-- used by: status, certify, query, agenda, preview, respond, compare, release, report

create table warehouse.reporting_cycle (
    period text primary key,
    opens date,
    due date,
    queries_until date,
    certify_until date,
    preview date,
    release date,
    blackout_first date,
    blackout_last date
);

create table intake.query (
    query_id bigint primary key,
    measure_id integer not null,
    city_id integer not null,
    period_start date not null,
    breakdown_id integer not null,
    period_months smallint not null
);

create index query_period_start_idx on intake.query (period_start);

create table intake.query_entry (
    query_id bigint not null,
    value double precision,
    written_at timestamptz not null,
    entry integer not null,
    action text not null,
    side text not null,
    author text not null,
    message text not null,
    primary key (query_id, entry)
);

create table intake.certification (
    certification_id bigint primary key,
    certified_at timestamptz not null,
    city_id integer not null,
    period_start date not null,
    period_months smallint not null,
    service text not null,
    certifier text not null,
    office text not null,
    digest text not null,
    certified text[] not null
);

create index certification_period_start_idx on intake.certification (period_start);

create table intake.response (
    response_id bigint primary key,
    responded_at timestamptz not null,
    value double precision not null,
    metric_id integer not null,
    city_id integer not null,
    breakdown_id integer not null,
    period text not null,
    author text not null,
    response text not null
);

create index response_period_idx on intake.response (period);

create table warehouse.release_certification (
    release_id integer not null,
    certification_id bigint not null,
    primary key (release_id, certification_id)
);

-- What a release shows stands once for each audience that has a schema.
do $$
declare
    audience text;
begin
    for audience in
        select pg_namespace.nspname
        from pg_namespace
        where pg_namespace.nspname in ('member', 'preview', 'open')
        order by pg_namespace.nspname
    loop
        execute format(
            $sql$
            create table %1$I.release_uncertified (
                release_id integer not null,
                city_id integer not null,
                service text not null,
                primary key (release_id, city_id, service)
            );

            create table %1$I.release_response (
                metric_id integer not null,
                release_id integer not null,
                city_id integer not null,
                breakdown_id integer not null,
                responded_on date not null,
                author text not null,
                response text not null,
                primary key (metric_id, release_id, city_id, breakdown_id)
            );

            insert into %1$I.incomparable_reason (reason, word) values (8, 'not_certified');

            comment on table %1$I.release_uncertified is 'Services whose figures their city had not certified when a final or corrected release was made; a blank service is measures of none.';
            comment on table %1$I.release_response is 'What cities say about their own figures in a release.';
            $sql$, audience);
    end loop;
end
$$;

comment on table warehouse.reporting_cycle is 'The days of each period''s reporting cycle, as calendar.csv has them; an open day is null.';
comment on column warehouse.reporting_cycle.opens is 'The first day on which reports are taken.';
comment on column warehouse.reporting_cycle.due is 'The last day on which a report is in time.';
comment on column warehouse.reporting_cycle.queries_until is 'The last day for answers to questions.';
comment on column warehouse.reporting_cycle.certify_until is 'The last day on which a city certifies in time.';
comment on column warehouse.reporting_cycle.preview is 'The first day on which a city sees its own standings.';
comment on column warehouse.reporting_cycle.release is 'The first day on which members see the release.';
comment on column warehouse.reporting_cycle.blackout_first is 'The first of the days on which nothing is released.';
comment on column warehouse.reporting_cycle.blackout_last is 'The last of them, which is within.';
comment on table intake.query is 'Questions about a figure: measure, city, period and breakdown; later submissions leave them as they are.';
comment on table intake.query_entry is 'What was said on a question, in its order: it is opened, answered, closed. Rows are only ever added.';
comment on column intake.query_entry.value is 'The figure that was current at that moment, in the unit of the measure; null where there was none.';
comment on column intake.query_entry.action is 'opened, answered or closed.';
comment on column intake.query_entry.side is 'Who speaks: consortium or city.';
comment on table intake.certification is 'Who certified which values of a city''s service in a period. It holds as long as these are the current ones. Rows are only ever added.';
comment on column intake.certification.service is 'The id of the service; blank for measures of none.';
comment on column intake.certification.office is 'The office in which the certifier answers for the figures.';
comment on column intake.certification.digest is 'SHA-256 over the lines of certified, each ended by a zero byte, in hexadecimal.';
comment on column intake.certification.certified is 'The values certified, one line each, sorted: measure, breakdown, period, status, value.';
comment on table intake.response is 'What a city says about its own figure in a preview; of several the last counts.';
comment on column intake.response.value is 'The figure it saw, in the unit of the metric: another one does not carry its words.';
comment on column intake.response.period is 'The period, in canonical text such as 2026-Q3.';
comment on table warehouse.release_certification is 'The certifications that a final or corrected release rests on.';
comment on column intake.audit_entry.action is 'What was done: loaded, rejected, explained, withdrawn, undone (a withdrawal), erased, released, certified, asked, answered, closed (a question), responded.';
