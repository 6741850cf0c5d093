import MetricSpec

extension Period {
    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December",
    ]

    /// As it is spoken: `July to September 2026`, `July 2026`, `2026`,
    /// `July 2015 to June 2016`.
    var words: String {
        let (firstYear, first) = Self.parts(firstMonth)
        let (lastYear, last) = Self.parts(endMonth - 1)
        if months == 12 && first == 0 { return String(firstYear) }
        if months == 1 { return "\(Self.monthNames[first]) \(firstYear)" }
        return firstYear == lastYear
            ? "\(Self.monthNames[first]) to \(Self.monthNames[last]) \(lastYear)"
            : "\(Self.monthNames[first]) \(firstYear) to \(Self.monthNames[last]) \(lastYear)"
    }

    /// Short, for a table's head or a chart's end: `Q3 2026`, `Jul 2026`, or
    /// the canonical text.
    var shortWords: String {
        let (year, month) = Self.parts(firstMonth)
        if months == 3 && month % 3 == 0 { return "Q\(month / 3 + 1) \(year)" }
        if months == 1 { return "\(Self.monthNames[month].prefix(3)) \(year)" }
        return text
    }

    private static func parts(_ month: Int32) -> (year: Int, month: Int) {
        (Int(month) / 12, Int(month) % 12)
    }
}
