/// One value with its meaning and position, not yet trusted.
struct Draft {
    /// What is wrong with it.
    struct Faults: OptionSet {
        let rawValue: UInt16
        static let city = Faults(rawValue: 1)
        static let period = Faults(rawValue: 2)
        static let measure = Faults(rawValue: 4)
        static let breakdown = Faults(rawValue: 8)
        static let variant = Faults(rawValue: 16)
        static let status = Faults(rawValue: 32)
        static let number = Faults(rawValue: 64)
        /// A number stands where the status says that there is none.
        static let contradiction = Faults(rawValue: 128)
        static let basis = Faults(rawValue: 256)
        /// The row says another city or period than the path or the like.
        static let identity = Faults(rawValue: 512)

        /// What is wrong with the whole row, not only with a value in it.
        static let row: Faults = [.city, .period, .breakdown, .variant, .identity]
    }

    /// The row in the batch of cells, from 0.
    var row: Int32
    var measure: Int32
    var city: Int32
    var period: Int32
    var breakdown: Int32
    /// The column, from 0; no table has more than 16,384.
    var column: Int16
    var variant: Int16
    var status: Int16
    /// A code of `ValueBasis`.
    var basis: Int16
    var faults: Faults
    /// Whether the cell is how the value is written shortest.
    var isCanonical: Bool
    var value: Double
}

/// What the mapper made of one batch of rows.
final class DraftBatch {
    private(set) var drafts: UnsafeMutablePointer<Draft>
    private var capacity: Int
    var count = 0
    /// Rows with other cells than the header has columns, from 0.
    var raggedRows: [Int] = []
    var blankRows = 0
    /// The line of the first blank row of this batch.
    var firstBlankLine: Int?
    /// Rows that a filter or a code list leaves out.
    var leftOutRows = 0
    /// Values whose cell is no number.
    var noNumbers = 0
    /// Rows whose code of a measure is not in the mapping.
    var unknownCodes = 0

    init() {
        capacity = 1 << 10
        drafts = .allocate(capacity: capacity)
    }

    deinit { drafts.deallocate() }

    /// Empties the batch and makes room for so many drafts.
    func reset(capacity wanted: Int) {
        count = 0
        blankRows = 0
        leftOutRows = 0
        noNumbers = 0
        unknownCodes = 0
        firstBlankLine = nil
        raggedRows.removeAll(keepingCapacity: true)
        guard wanted > capacity else { return }
        drafts.deallocate()
        capacity = wanted
        drafts = .allocate(capacity: capacity)
    }
}
