extension Formula: CustomStringConvertible {
    /// The formula on one line, with ids: `1000 x fire/calls / people/residents`.
    public var description: String {
        switch self {
        case .reported(let id): id
        case .sum(let ids): ids.joined(separator: " + ")
        case .difference(let plus, let minus): Self.less(plus, minus)
        case .ratio(let above, let less, let below, let multiplier):
            Self.times(multiplier)
                + "\(Self.grouped(above, less: less)) / \(Self.grouped(below, less: []))"
        case .share(let part, let whole):
            "share of \(Self.grouped(part, less: [])) in \(Self.grouped(whole, less: []))"
        case .mean(let total, let count, _): "mean: \(total) / \(count)"
        case .percentile(let id, let percent, _):
            "percentile \(StandardLint.plain(percent)) of records: \(id)"
        case .rateOfChange(let id, let months): "change of \(id) over \(months) months"
        case .index(let id, let year): "\(id) relative to \(year)"
        case .directlyStandardised(let rate):
            Self.times(rate.multiplier)
                + "\(rate.cases) / \(rate.population) by \(rate.breakdown), weighted by "
                + "\(rate.standard): \(Self.groups(rate.weights))"
        case .indirectlyStandardised(let ratio):
            "\(ratio.cases) / cases expected of \(ratio.population) by \(ratio.breakdown) at "
                + "rates of \(ratio.standard): \(Self.groups(ratio.rates))"
        }
    }

    private static func times(_ multiplier: Double) -> String {
        multiplier == 1 ? "" : "\(StandardLint.plain(multiplier)) x "
    }

    private static func less(_ plus: [String], _ minus: [String]) -> String {
        plus.joined(separator: " + ") + minus.map { " - \($0)" }.joined()
    }

    private static func grouped(_ ids: [String], less: [String]) -> String {
        ids.count + less.count == 1 ? Self.less(ids, less) : "(\(Self.less(ids, less)))"
    }

    private static func groups(_ numbers: [String: Double]) -> String {
        numbers.sorted { $0.key < $1.key }
            .map { "\($0.key) \(StandardLint.plain($0.value))" }.joined(separator: ", ")
    }
}
