-- promise: what a release was computed from is kept: the files of the folder,
--     and the standard
select
    release.release_id as release_id
from (
    select release_id, standard, standard_version, standard_digest, content_digest
    from member.release
    union all
    select release_id, standard, standard_version, standard_digest, content_digest
    from preview.release
) as release
where release.content_digest is not null
    and (
        not exists (
            select
            from warehouse.release_file
            where release_file.release_id = release.release_id
        )
        or exists (
            select
            from warehouse.release_file
            left join warehouse.folder_file on folder_file.digest = release_file.digest
            where release_file.release_id = release.release_id
                and folder_file.digest is null
        )
        or not exists (
            select
            from warehouse.standard_version
            inner join warehouse.standard_file
                on standard_file.standard_version_id = standard_version.standard_version_id
            where standard_version.standard = release.standard
                and standard_version.version = release.standard_version
                and standard_version.digest = release.standard_digest
        )
    );
