-- promise: who reads for a city reads for one that there is
select
    city_user.login as login
from intake.city_user
where not exists (
    select
    from warehouse.city
    where city.city_id = city_user.city_id
);
