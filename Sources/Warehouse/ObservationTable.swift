import MetricSpec
import Postgres

/// Names and statements of the tables that hold observations.
enum ObservationTable {
    /// The parts of an observation's key within one submission.
    static let key = [
        "measure_id", "city_id", "period_start", "period_months", "variant", "breakdown_id",
    ]

    /// All columns, in the order in which rows are sent.
    static let columns = [
        "submission_id", "value", "measure_id", "city_id", "period_start", "breakdown_id",
        "source_row", "period_months", "variant", "status", "confidentiality", "source_column",
        "basis", "raw_text",
    ]

    /// The columns of a confirmation, in the order in which rows are sent.
    static let confirmationColumns = [
        "submission_id", "confirmed_submission_id", "measure_id", "city_id", "period_start",
        "breakdown_id", "source_row", "period_months", "variant", "source_column", "raw_text",
    ]

    static let copyConfirmations =
        "copy intake.confirmation (\(confirmationColumns.joined(separator: ", ")))"
        + " from stdin (format binary)"

    /// The table of new values of stored years whose key stands more than
    /// once.
    static let repeated = "observation_repeated"

    /// The table of one year's periods.
    static func partition(_ year: Int) -> String { "warehouse.observation_\(year)" }

    /// The year of a partition; nil for the name of another table.
    static func year(ofPartition name: String) -> Int? {
        guard name.hasPrefix("observation_") else { return nil }
        return Int(name.dropFirst("observation_".count))
    }

    static func copyStatement(_ table: String) -> String {
        "copy \(table) (\(columns.joined(separator: ", "))) from stdin (format binary)"
    }

    /// The key columns of a table, each with the table's name.
    static func keyColumns(of table: String) -> String {
        key.map { "\(table).\($0)" }.joined(separator: ", ")
    }

    /// The condition that two tables have the same key.
    static func sameKey(_ left: String, _ right: String) -> String {
        key.map { "\(left).\($0) = \(right).\($0)" }.joined(separator: " and ")
    }
}
