-- grain: one row a consortium, standard version, measure, metric, city,
--     attribute value, provision and peer group
-- reads: nothing
-- used by: every command that writes (it brings the folder in first)

-- The schema warehouse is there: the migrator keeps its list in it.
create schema intake;
create schema member;

create table warehouse.consortium (
    consortium text primary key,
    name text not null,
    is_invented boolean not null
);

create table warehouse.folder_part (
    part text primary key,
    digest text not null
);

create table warehouse.standard_version (
    standard_version_id integer primary key,
    standard text not null,
    version text not null,
    digest text not null,
    is_current boolean not null,
    unique (standard, version, digest)
);

create table warehouse.measure (
    measure_id integer primary key,
    measure text not null unique,
    title text not null,
    definition text not null,
    unit text not null,
    kind text not null,
    service text,
    is_current boolean not null
);

create table warehouse.metric (
    metric_id integer primary key,
    metric text not null unique,
    title text not null,
    definition text not null,
    unit text not null,
    polarity text not null,
    service text,
    is_current boolean not null
);

create table warehouse.city (
    city_id integer primary key,
    city text not null unique,
    name text not null,
    aliases text[] not null,
    country text not null
);

create table warehouse.city_attribute (
    city_id integer not null references warehouse.city,
    attribute text not null,
    value text not null,
    valid_from date not null,
    valid_to date not null,
    source text not null,
    primary key (city_id, attribute, valid_from)
);

create table warehouse.provision (
    city_id integer not null references warehouse.city,
    service text not null,
    mode text,
    provider text not null,
    share_contracted double precision,
    population_served double precision,
    takes_part boolean not null,
    valid_from date not null,
    valid_to date not null,
    primary key (city_id, service, valid_from)
);

create table warehouse.peer_group (
    peer_group_id integer primary key,
    peer_group text not null unique,
    title text not null,
    definition text not null,
    is_current boolean not null
);

create table warehouse.breakdown (
    breakdown_id integer primary key,
    breakdown text not null unique
);

insert into warehouse.breakdown (breakdown_id, breakdown) values (0, 'total');

comment on schema intake is 'What was received: submissions, their bytes, mappings and findings. Operators only.';
comment on schema warehouse is 'The registry and every version of every number. Operators only.';
comment on schema member is 'What a release shows to members. Analysts read the views.';
comment on table warehouse.consortium is 'The one consortium that this database holds.';
comment on table warehouse.folder_part is 'Digests of the parts of the consortium folder, to see what changed.';
comment on table warehouse.standard_version is 'Versions of the metric standard that were in force.';
comment on column warehouse.standard_version.digest is 'SHA-256 over the files of the standard, in hexadecimal.';
comment on table warehouse.measure is 'What cities report.';
comment on table warehouse.metric is 'What is compared.';
comment on table warehouse.city is 'Reporting units with their permanent ids.';
comment on table warehouse.city_attribute is 'Dated attributes of cities; valid_to is exclusive, infinity is open.';
comment on table warehouse.provision is 'How a city provides a service, by date; no row: provided, mode unknown, takes part.';
comment on table warehouse.peer_group is 'Peer groups as the consortium folder defines them.';
comment on table warehouse.breakdown is 'Population groups or districts that values refer to.';
