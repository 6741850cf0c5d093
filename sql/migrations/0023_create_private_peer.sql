-- grain: one row a private peer group, owner and member
-- reads: warehouse.city
-- used by: every command that writes (it brings the folder in first), the role
--     yardstick_city

-- No release has these groups, and member.peer_group not their names.
create table warehouse.private_peer (
    owner_city_id integer not null,
    city_id integer not null,
    peer_group text not null,
    title text not null,
    valid_from date not null,
    valid_to date not null,
    primary key (peer_group, owner_city_id, city_id)
);

create function own.peer() returns table (
    peer_group text,
    title text,
    valid_from date,
    valid_to date,
    city text,
    name text
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    own_city constant integer := own.city_id();
begin
    return query
    select
        private_peer.peer_group,
        private_peer.title,
        private_peer.valid_from,
        private_peer.valid_to,
        city.city,
        city.name
    from warehouse.private_peer
    inner join warehouse.city
        on city.city_id = private_peer.city_id
    where private_peer.owner_city_id = own_city
    order by private_peer.peer_group, city.city;
end
$$;

revoke all on function own.peer() from public;

comment on table warehouse.private_peer is 'Peer groups that a city picked for itself, as the consortium folder has them now; no release has them.';
comment on column warehouse.private_peer.owner_city_id is 'The city whose own business it is.';
comment on column warehouse.private_peer.city_id is 'Whom it is compared with.';
comment on column warehouse.private_peer.valid_from is 'The first day; -infinity for an open beginning.';
comment on column warehouse.private_peer.valid_to is 'The day after the last; infinity for an open end.';
comment on function own.peer() is 'The private peer groups of the city of whoever logged in, one row a member.';
