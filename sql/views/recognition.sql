-- grain: one row a recognised city, period and rule; cities below the first level are not here
-- reads: the release tables of schema member
-- used by: analysts, show

create or replace view member.recognition_history as
select
    city.city as city,
    release.period as period,
    release.period_start as period_start,
    release.period_end as period_end,
    release_recognition.level as level,
    release_recognition.level_title as level_title,
    release_recognition.points as points,
    release_recognition.possible as possible,
    release_recognition.share as share,
    release_recognition_rule.rule as rule,
    release_recognition_rule.title as rule_title,
    release_recognition_rule.points as rule_points,
    release_recognition_rule.possible as rule_possible,
    release.release_id as release
from member.release_recognition
inner join member.release_recognition_rule
    on release_recognition_rule.release_id = release_recognition.release_id
    and release_recognition_rule.city_id = release_recognition.city_id
inner join member.release on release.release_id = release_recognition.release_id
inner join member.city on city.city_id = release_recognition.city_id;

create or replace view member.recognition as
select
    recognition_history.city,
    recognition_history.period,
    recognition_history.period_start,
    recognition_history.period_end,
    recognition_history.level,
    recognition_history.level_title,
    recognition_history.points,
    recognition_history.possible,
    recognition_history.share,
    recognition_history.rule,
    recognition_history.rule_title,
    recognition_history.rule_points,
    recognition_history.rule_possible,
    recognition_history.release
from member.recognition_history
inner join member.release on release.release_id = recognition_history.release
where release.is_newest;

comment on view member.recognition is 'The level of recognition of each city that reached one, with its points by rule. Newest release of each period.';
comment on column member.recognition.city is 'The id of the city.';
comment on column member.recognition.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.recognition.period_start is 'The first day of the period.';
comment on column member.recognition.period_end is 'The day after the period (exclusive).';
comment on column member.recognition.level is 'The id of the level reached.';
comment on column member.recognition.level_title is 'What the level is called.';
comment on column member.recognition.points is 'The points given by all rules.';
comment on column member.recognition.possible is 'The points that could be had.';
comment on column member.recognition.share is 'points / possible, 0 to 1.';
comment on column member.recognition.rule is 'The id of a rule.';
comment on column member.recognition.rule_title is 'What the rule asks for.';
comment on column member.recognition.rule_points is 'The points given by the rule.';
comment on column member.recognition.rule_possible is 'The points that the rule could give.';
comment on column member.recognition.release is 'The number of the release.';
comment on view member.recognition_history is 'The level of recognition of each city that reached one, with its points by rule. All releases.';
comment on column member.recognition_history.city is 'The id of the city.';
comment on column member.recognition_history.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.recognition_history.period_start is 'The first day of the period.';
comment on column member.recognition_history.period_end is 'The day after the period (exclusive).';
comment on column member.recognition_history.level is 'The id of the level reached.';
comment on column member.recognition_history.level_title is 'What the level is called.';
comment on column member.recognition_history.points is 'The points given by all rules.';
comment on column member.recognition_history.possible is 'The points that could be had.';
comment on column member.recognition_history.share is 'points / possible, 0 to 1.';
comment on column member.recognition_history.rule is 'The id of a rule.';
comment on column member.recognition_history.rule_title is 'What the rule asks for.';
comment on column member.recognition_history.rule_points is 'The points given by the rule.';
comment on column member.recognition_history.rule_possible is 'The points that the rule could give.';
comment on column member.recognition_history.release is 'The number of the release.';
