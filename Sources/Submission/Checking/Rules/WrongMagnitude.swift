import MetricSpec

extension Rule {
    /// A figure would fit if it were in another unit.
    static let wrongMagnitude = Rule(
        id: "wrong-magnitude", severity: .warning,
        title: "A figure looks 100 or 1000 times too large or too small",
        remedy: "Correct the figure or its unit, or explain it")
}

extension FindingWriter {
    /// What a figure in the wrong unit is usually off by: per cent against
    /// fractions, thousands against single ones.
    func suspectFactors(_ measure: Measure) -> [Double] {
        isShare(measure) ? [100] : [1_000, 100]
    }

    private func isShare(_ measure: Measure) -> Bool {
        context.standard.unit(measure.unit)?.dimension == .share
    }

    /// A figure outside the plausible range that a factor brings inside; nil
    /// where none does, or where nearly every figure could be brought inside.
    func wrongMagnitude(_ figure: Questioned, range: PlausibleRange) -> Finding? {
        guard isShare(figure.measure) || (range.minimum ?? 0) > 0 else { return nil }
        for factor in suspectFactors(figure.measure) {
            for isLarge in [true, false] {
                let suspected = isLarge ? figure.value / factor : figure.value * factor
                guard range.contains(suspected) else { continue }
                return question(
                    .wrongMagnitude, figure,
                    problem: "is outside the plausible range of \(figure.measure.id); it looks "
                        + "\(PlainNumber.text(factor)) times too \(isLarge ? "large" : "small")",
                    expected: withUnit("a figure like \(Self.rounded(suspected))", figure.measure))
            }
        }
        return nil
    }

    /// A figure far from the others of its measure in the file that a factor
    /// brings among them.
    ///
    /// - Parameter usual: between which the middle half of the others lies.
    func wrongMagnitude(
        _ value: Double, factor: Double, isLarge: Bool, usual: (low: Double, high: Double),
        at place: (row: Int, column: Int)
    ) -> Finding {
        let shown = PlainNumber.text(value)
        let suspected = Self.rounded(isLarge ? value / factor : value * factor)
        return finding(
            .wrongMagnitude, row: place.row, column: place.column,
            problem: "\(shown) looks \(PlainNumber.text(factor)) times too "
                + "\(isLarge ? "large" : "small") beside the other figures of the measure, of "
                + "which half lie between about \(Self.short(usual.low)) and "
                + Self.short(usual.high),
            found: shown, expected: "a figure like \(suspected)",
            remedy: Rule.wrongMagnitude.remedy + "; it was accepted as it is")
    }

    /// A number with about two digits that count.
    private static func short(_ number: Double) -> String {
        let step = number >= 100 ? 10 : number >= 10 ? 1 : 0.01
        return PlainNumber.text((number / step).rounded() * step)
    }
}
