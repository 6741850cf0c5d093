import MetricSpec

extension Rule {
    /// A figure lies outside the measure's plausible range.
    static let outsidePlausibleRange = Rule(
        id: "outside-plausible-range", severity: .warning,
        title: "A figure is outside the plausible range",
        remedy: "Correct the figure or its unit, or explain it")
}

extension FindingWriter {
    /// A figure below the minimum or above the maximum for its period: a
    /// warning, an error where the period closes a year, and only a note
    /// where it is explained.
    func outsidePlausibleRange(_ figure: Questioned, range: PlausibleRange) -> Finding {
        let expected =
            switch (range.minimum, range.maximum) {
            case (let low?, let high?):
                "between \(PlainNumber.text(low)) and \(PlainNumber.text(high))"
            case (let low?, nil): "at least \(PlainNumber.text(low))"
            case (nil, let high?): "at most \(PlainNumber.text(high))"
            case (nil, nil): "any figure"
            }
        let isLonger = range != figure.measure.plausible?.quarter
        return question(
            .outsidePlausibleRange, figure,
            problem: "is outside the plausible range of \(figure.measure.id)",
            expected: withUnit(expected, figure.measure)
                + (isLonger ? " in \(figure.period.months) months" : ""))
    }

    /// A finding that asks about a figure; how much it weighs hangs on the
    /// period and on the explanation.
    func question(
        _ rule: Rule, _ figure: Questioned, problem: String, expected: String
    ) -> Finding {
        let shown = PlainNumber.text(figure.value)
        let asRead = figure.text == shown ? "" : " (read as \(shown))"
        let explained = Self.explained(figure.explanation)
        return finding(
            rule, severity: figure.severity, row: figure.row, column: figure.column,
            problem: "\(Self.quoted(figure.text))\(asRead) \(problem)\(explained)",
            found: figure.text, expected: expected, remedy: explanationRemedy(figure))
    }

    private func explanationRemedy(_ figure: Questioned) -> String? {
        guard figure.explanation.isEmpty else { return nil }
        let place =
            plan.explanation >= 0
            ? "in the column \(Self.quoted(header[plan.explanation]))"
            : "in a column that the mapping names as explanation"
        return "Correct the figure or its unit, or explain it \(place); it was "
            + (figure.severity < .error ? "accepted as it is" : "not accepted")
    }

    /// A text with the label of a measure's unit behind it.
    func withUnit(_ text: String, _ measure: Measure) -> String {
        let label = context.standard.unit(measure.unit)?.label ?? measure.unit
        return label.isEmpty ? text : "\(text) \(label)"
    }
}
