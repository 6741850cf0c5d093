-- promise: every observation names a known measure, city and breakdown
select distinct
    observation.measure_id as measure_id,
    observation.city_id as city_id,
    observation.breakdown_id as breakdown_id
from warehouse.observation
left join warehouse.measure on measure.measure_id = observation.measure_id
left join warehouse.city on city.city_id = observation.city_id
left join warehouse.breakdown on breakdown.breakdown_id = observation.breakdown_id
where measure.measure_id is null or city.city_id is null or breakdown.breakdown_id is null;
