-- promise: what became of a city is told of cities that there are
select
    registry_change.city_id as city_id,
    registry_change.becomes_city_id as becomes_city_id
from warehouse.registry_change
where not exists (
        select from warehouse.city where city.city_id = registry_change.city_id
    )
    or not exists (
        select from warehouse.city where city.city_id = registry_change.becomes_city_id
    );
