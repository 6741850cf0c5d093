/// Where city or period come from.
struct PlaceSource: Sendable, Equatable {
    /// A place that holds for a whole table.
    enum Fixed: Sendable, Equatable {
        case constant(String)
        case path(PathTemplate)
        /// A pattern for the sheet's name.
        case sheet(TextPattern)
        /// A pattern for one of the lines above the table.
        case title(TextPattern)
    }

    /// The column that says it for each row.
    var column: ColumnReference?
    /// What says it for the whole table; all must say the same, and rows must
    /// not say otherwise.
    var fixed: [Fixed] = []
    /// Whether another key says it: a date in each row, or the header.
    var isElsewhere = false
}

extension PlaceSource.Fixed {
    /// The place in words.
    var words: String {
        switch self {
        case .constant: "the mapping"
        case .path: "the path"
        case .sheet: "the sheet's name"
        case .title: "the title above the table"
        }
    }
}
