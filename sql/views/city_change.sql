-- grain: one row a city and other city that it became or lost, or new name
-- reads: the release tables of schema member
-- used by: analysts

create or replace view member.city_change as
select
    city.city as city,
    successor.city as becomes,
    registry_change.kind as kind,
    registry_change.change_date as change_date,
    registry_change.name as name,
    registry_change.new_name as new_name,
    registry_change.share as share
from member.registry_change
inner join member.city on city.city_id = registry_change.city_id
inner join member.city as successor on successor.city_id = registry_change.becomes_city_id;

comment on view member.city_change is 'Which city followed which and when, and what cities were called before. Periods before the day keep the old cities.';
comment on column member.city_change.city is 'The id of the city that changed.';
comment on column member.city_change.becomes is 'The id of the city that it became, or that left it; its own where it was renamed.';
comment on column member.city_change.kind is 'renamed; merger (it ended in a new city, with others), absorption (it ended in one that was there), division (it ended in several new ones), separation (it goes on, a part is a new city).';
comment on column member.city_change.change_date is 'The first day on which it holds; the cities of a period are those of its first day.';
comment on column member.city_change.name is 'What the city was called the day before.';
comment on column member.city_change.new_name is 'What the other, or the city itself, is called on the day.';
comment on column member.city_change.share is 'The part (0 to 1) of its residents that went over; null when not known.';
