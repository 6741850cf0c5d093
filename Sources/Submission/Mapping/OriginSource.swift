import MetricSpec

/// The columns that say what the figures of a long file were made of, as
/// `yardstick aggregate` writes them.
struct OriginSource: Sendable, Equatable {
    let rowCount: ColumnReference
    let filter: ColumnReference
    let digest: ColumnReference

    /// Row count, filter and digest.
    var columns: [ColumnReference] { [rowCount, filter, digest] }
}

/// The `aggregate:` key.
extension MappingParts {
    func origin(_ value: YAMLValue) -> OriginSource? {
        guard let table = value.table(allowed: ["row_count", "filter", "digest"]),
            let rowCount = table.required("row_count"), let filter = table.required("filter"),
            let digest = table.required("digest")
        else { return nil }
        func column(_ value: YAMLValue) -> ColumnReference {
            ColumnReference(names: value.strings())
        }
        return OriginSource(
            rowCount: column(rowCount), filter: column(filter), digest: column(digest))
    }
}
