import MetricSpec

extension Rule {
    /// A figure is as it was before but for a slip in writing it.
    static let digitSlip = Rule(
        id: "digit-slip", severity: .warning,
        title: "A figure looks like a slip of the pen",
        remedy: "Correct the figure or its unit, or explain it")
}

extension FindingWriter {
    /// A figure that would be as before without a zero, with another sign or
    /// with two digits the other way round.
    func digitSlip(_ figure: Questioned, slip: Slip, last: Double) -> Finding {
        question(
            .digitSlip, figure,
            problem: "looks like a slip: \(Self.words(slip.kind)) beside the "
                + withUnit(PlainNumber.text(last), figure.measure)
                + " of \(figure.measure.id) before",
            expected: "about "
                + withUnit(
                    PlainNumber.text(WrittenNumber.rounded(slip.meant, digits: 15)), figure.measure)
        )
    }

    private static func words(_ kind: Slip.Kind) -> String {
        switch kind {
        case .zeros(1): "a zero too many"
        case .zeros(-1): "a zero too few"
        case .zeros(3): "a thousand times too large"
        case .zeros(-3): "a thousand times too small"
        case .zeros(6): "a million times too large"
        case .zeros(-6): "a million times too small"
        case .zeros(let count) where count > 0: "\(count) zeros too many"
        case .zeros(let count): "\(-count) zeros too few"
        case .sign: "the sign is the other one"
        case .exchanged: "two digits stand the wrong way round"
        case .doubled: "a digit stands twice"
        }
    }
}
