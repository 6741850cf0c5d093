-- promise: a certification names who, in what office, and values of its own
--     city's period, whose digest it has; a final release rests on those there are
select
    'certification' as kind,
    certification.certification_id as number
from intake.certification
left join warehouse.city on city.city_id = certification.city_id
where city.city_id is null
    or certification.certifier = ''
    or certification.office = ''
    or cardinality(certification.certified) = 0
    or certification.digest <> encode(
        sha256((
            select string_agg(
                convert_to(line.line, 'UTF8') || '\x00'::bytea, ''::bytea
                order by line.position)
            from unnest(certification.certified) with ordinality as line (line, position)
        )),
        'hex')
union all
select
    'release' as kind,
    release_certification.release_id as number
from warehouse.release_certification
left join intake.certification
    on certification.certification_id = release_certification.certification_id
where certification.certification_id is null;
