@testable import Submission

/// An invented export of cases of one city, with its mapping.
enum Cases {
    static let keys = """
        title: Cases
        layout: records
        city: {constant: springfield}
        period: {date: Opened, length: quarter}
        ignore: [Case, Closed, Kind, Hours]

        """
    static let header = "Case,Opened,Closed,Kind,Hours\n"
    static let count = "figures: [{measure: ops/staff, aggregate: count}]\n"

    static func run(
        _ rows: String, _ more: String = count, keys: String = keys, path: String = "cases.csv"
    ) throws -> Outcome {
        try Fixture.run(keys + more, header + rows, path: path)
    }

    /// So many closed cases on each of so many days of January 2026.
    static func days(_ days: ClosedRange<Int>, each: Int = 1) -> String {
        days.flatMap { day in
            (0..<each).map {
                "\(day)-\($0),2026-01-\(day < 10 ? "0" : "")\(day),2026-02-01,road,1\n"
            }
        }.joined()
    }
}
