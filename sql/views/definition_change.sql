-- grain: one row a metric and change of a definition that touches it
-- reads: the release tables of schema member
-- used by: analysts

create or replace view member.definition_change as
select
    metric.metric as metric,
    metric_definition_change.subject as subject,
    metric_definition_change.id as id,
    metric_definition_change.version as version,
    metric_definition_change.change_date as change_date,
    metric_definition_change.what as what,
    metric_definition_change.is_comparable as is_comparable,
    metric_definition_change.is_restated as is_restated,
    metric_definition_change.is_correction as is_correction,
    not metric_definition_change.is_comparable
        and not metric_definition_change.is_restated as is_break
from member.metric_definition_change
inner join member.metric on metric.metric_id = metric_definition_change.metric_id;

comment on view member.definition_change is 'Changes of definitions that touch a metric: its own and those of its measures.';
comment on column member.definition_change.metric is 'The metric, domain/name.';
comment on column member.definition_change.subject is 'What changed: metric or measure.';
comment on column member.definition_change.id is 'The id of what changed.';
comment on column member.definition_change.version is 'The version of the standard that brought it.';
comment on column member.definition_change.change_date is 'The first day measured in the new way.';
comment on column member.definition_change.what is 'What is different, in a sentence.';
comment on column member.definition_change.is_comparable is 'Whether figures before and after compare all the same.';
comment on column member.definition_change.is_restated is 'Whether earlier values were worked out anew.';
comment on column member.definition_change.is_correction is 'Whether it mends a mistake.';
comment on column member.definition_change.is_break is 'Whether the series has a gap here that no comparison crosses.';
