public import MetricSpec

/// What was said about figures that are unlikely and right.
///
/// An explanation belongs to a figure: another figure for the same key is
/// asked about again.
public struct Explanations: Sendable {
    /// One explanation and what it is about.
    public struct Row: Sendable, Hashable {
        /// Position in the standard's measures.
        public let measure: Int32
        /// Position in the directory's cities.
        public let city: Int32
        /// Position in the standard's `breakdownValues`.
        public let breakdown: Int32
        public let period: Period
        /// In the measure's unit.
        public let value: Double
        /// What was said.
        public let text: String

        /// Makes a row.
        public init(
            measure: Int32, city: Int32, breakdown: Int32, period: Period, value: Double,
            text: String
        ) {
            self.measure = measure
            self.city = city
            self.breakdown = breakdown
            self.period = period
            self.value = value
            self.text = text
        }
    }

    private struct Key: Hashable {
        let measure: Int32
        let city: Int32
        let breakdown: Int32
        let period: Period
        let value: Double
    }

    private let texts: [Key: String]
    /// All of them, as they were given.
    public let rows: [Row]

    /// Takes explanations; of two for one figure the one given last counts.
    public init(_ rows: [Row] = []) {
        self.rows = rows
        texts = Dictionary(
            rows.map { row in
                (
                    Key(
                        measure: row.measure, city: row.city, breakdown: row.breakdown,
                        period: row.period, value: row.value),
                    row.text
                )
            }, uniquingKeysWith: { _, later in later })
    }

    /// What was said about a figure; nil where nothing was.
    func text(
        measure: Int32, city: Int32, breakdown: Int32, period: Period, value: Double
    ) -> String? {
        texts.isEmpty
            ? nil
            : texts[
                Key(
                    measure: measure, city: city, breakdown: breakdown, period: period,
                    value: value)]
    }
}
