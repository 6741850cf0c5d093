-- promise: a figure stands where it is reported, and else only where it is set
--     apart; what is not comparable says why
select
    release_value.release_id as release_id,
    release_value.metric_id as metric_id,
    release_value.city_id as city_id,
    release_value.breakdown_id as breakdown_id
from member.release_value
inner join member.standing_status on standing_status.status = release_value.status
where (standing_status.word = 'reported' and release_value.value is null)
    or (
        release_value.value is not null
        and standing_status.word not in ('reported', 'unreliable', 'not_comparable')
    )
    or (standing_status.word = 'not_comparable' and release_value.reason is null);
