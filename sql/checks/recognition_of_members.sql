-- promise: an audience sees just the cities that reached a level, with equal
--     points
select
    coalesce(own.release_id, shown.release_id) as release_id,
    coalesce(own.city_id, shown.city_id) as city_id
from (
    select release_id, city_id, points, level
    from warehouse.release_recognition
    where level is not null
) as own
full outer join (
    select release_id, city_id, points, level
    from member.release_recognition
    union all
    select release_id, city_id, points, level
    from preview.release_recognition
) as shown
    on shown.release_id = own.release_id
    and shown.city_id = own.city_id
where own.city_id is null or shown.city_id is null or own.points <> shown.points
    or own.level <> shown.level;
