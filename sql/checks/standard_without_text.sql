-- promise: the texts of the standard in force can be read back
select
    standard_version.standard as standard,
    standard_version.version as version
from warehouse.standard_version
where standard_version.is_current
    and not exists (
        select
        from warehouse.standard_file
        where standard_file.standard_version_id = standard_version.standard_version_id
    );
