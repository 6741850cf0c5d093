/// Something that must hold between the columns of each row.
enum RowCheck: Sendable, Equatable {
    case quotient(QuotientCheck)
    case sum(SumCheck)

    /// All columns that it reads.
    var columns: [ColumnReference] {
        switch self {
        case .quotient(let check): [check.value, check.numerator, check.denominator]
        case .sum(let check): check.parts + [check.total]
        }
    }
}

/// A column is another one by a third, times a factor.
struct QuotientCheck: Sendable, Equatable {
    let value: ColumnReference
    let numerator: ColumnReference
    let denominator: ColumnReference
    /// The gap that is let pass, as a share of the value.
    let tolerance: Double
    /// What the quotient is multiplied by where no code has a factor of its
    /// own.
    let factor: Double
    /// By the code in the column of measures.
    let factors: [String: Double]
    /// The codes that are made in another way, with that way in words.
    let exceptions: [String: String]
}

/// A column is the sum of others.
struct SumCheck: Sendable, Equatable {
    let parts: [ColumnReference]
    let total: ColumnReference
    /// The gap that is let pass, in the figures of the file.
    let tolerance: Double
}

/// A row check with the positions of its columns; -1 where an optional one is
/// not in the file.
struct RowCheckPlan {
    let check: RowCheck
    /// In the order of `RowCheck.columns`.
    let columns: [Int]
    /// Where the figure is that the others must make.
    var figureColumn: Int {
        switch check {
        case .quotient: columns[0]
        case .sum: columns[columns.count - 1]
        }
    }
}
