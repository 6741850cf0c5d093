import MetricSpec

extension Rule {
    /// A figure lies outside the measure's plausible range.
    static let outsidePlausibleRange = Rule(
        id: "outside-plausible-range", severity: .warning,
        title: "A figure is outside the plausible range",
        remedy: "Check the figure and its unit; it was accepted as it is")
}

extension FindingWriter {
    /// A figure below the minimum or above the maximum.
    func outsidePlausibleRange(
        _ text: String, value: Double, measure: Measure, row: Int, column: Int
    ) -> Finding {
        let range = measure.plausible
        let expected =
            switch (range?.minimum, range?.maximum) {
            case (let low?, let high?): "between \(Self.plain(low)) and \(Self.plain(high))"
            case (let low?, nil): "at least \(Self.plain(low))"
            case (nil, let high?): "at most \(Self.plain(high))"
            case (nil, nil): "any figure"
            }
        let unit = context.standard.unit(measure.unit)?.label ?? measure.unit
        let shown = Self.plain(value)
        let asRead = text == shown ? "" : " (read as \(shown))"
        return finding(
            .outsidePlausibleRange, row: row, column: column,
            problem: "\(Self.quoted(text))\(asRead) is outside the plausible range of "
                + "\(measure.id)",
            found: text, expected: "\(expected) \(unit)",
            remedy: Rule.outsidePlausibleRange.remedy)
    }

    /// A number without a needless ".0".
    static func plain(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
