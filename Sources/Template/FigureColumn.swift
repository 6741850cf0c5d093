import MetricSpec
import Workbook

/// The columns of the sheet of figures, from the left.
enum FigureColumn: Int, CaseIterable {
    case title
    case group
    case service
    case unit
    case yearBefore
    case previous
    case value
    case change
    case check
    case status
    case explanation
    case auditStatus
    case costBasis
    case overheadMethod
    case accountingBasis
    case lowest
    case highest
    case changePercent
    case changeAbsolute
    case city
    case period
    case measure
    case breakdown

    /// The text above the column; the mapping finds it by this.
    var header: String {
        switch self {
        case .title: "Figure wanted"
        case .group: "Group"
        case .service: "Service"
        case .unit: "Unit"
        case .yearBefore: "A year before"
        case .previous: "The period before"
        case .value: "Figure"
        case .change: "Change on a year before"
        case .check: "Check"
        case .status: "Status"
        case .explanation: "Explanation"
        case .auditStatus: "Audit status"
        case .costBasis: "Cost basis"
        case .overheadMethod: "Overhead method"
        case .accountingBasis: "Accounting basis"
        case .lowest: "Lowest expected"
        case .highest: "Highest expected"
        case .changePercent: "Explain a change above (%)"
        case .changeAbsolute: "and above (in the unit)"
        case .city: "City"
        case .period: "Period"
        case .measure: "Measure"
        case .breakdown: "Breakdown"
        }
    }

    /// In characters.
    var width: Double {
        switch self {
        case .title: 46
        case .explanation: 40
        case .service, .measure: 26
        case .check: 24
        case .group, .unit, .auditStatus, .costBasis, .overheadMethod, .accountingBasis: 18
        case .value, .status, .breakdown, .city: 16
        case .yearBefore, .previous, .change, .lowest, .highest, .changePercent,
            .changeAbsolute, .period:
            13
        }
    }

    /// Its letters, such as `G`.
    var letters: String { CellRange.letters(ofColumn: rawValue) }

    /// The cell of a row, counted from 1, with a fixed column: `$G2`.
    func cell(_ row: Int) -> String { "$\(letters)\(row)" }
}
