-- grain: one row a group of a breakdown
-- reads: the release tables of schema member
-- used by: analysts

create or replace view member.breakdown as
select
    breakdown_value.breakdown as breakdown,
    breakdown_value.title as title,
    breakdown_value.list as list,
    breakdown_value.list_title as list_title,
    breakdown_value.position as position,
    breakdown_value.is_unknown as is_unknown,
    breakdown_value.is_reference as is_reference
from member.breakdown_value;

comment on view member.breakdown is 'The groups that figures are broken down by.';
comment on column member.breakdown.breakdown is 'The id of the group; total for all.';
comment on column member.breakdown.title is 'What it is called.';
comment on column member.breakdown.list is 'The breakdown it belongs to, such as age-band; null for the total.';
comment on column member.breakdown.list_title is 'What that breakdown is called.';
comment on column member.breakdown.position is 'Its place in the list.';
comment on column member.breakdown.is_unknown is 'Whether it holds those whose group is not known.';
comment on column member.breakdown.is_reference is 'Whether the other groups of the list are compared with it.';
