import Benchmarking
import Postgres

/// What is said of each standing beyond its place, as it is written.
struct StandingSayings {
    /// The columns of `release_standing` in the order of ``append``.
    static let columns = """
        others_median, others_group_value, difference_error, probability, rank_lower, rank_upper,
        rank_lower_all, rank_upper_all, verdict, funnel, is_headline, indistinct
        """
    static let columnCount = 12

    private let comparison: Comparison
    private let assessed: [AssessedMetric]
    /// By metric and group: of each row whether it may be a headline.
    private let headlines: [[[Bool]]]
    /// By peer group and owner, ``ReleaseWriter/nobody`` for a common group: the
    /// places of the members in the engine's list by the numbers of their
    /// cities. Empty where these follow the directory, as they do until a city
    /// is added between others.
    private let orders: [String: [Int32: [Int]]]

    init(_ comparison: Comparison, _ assessed: [AssessedMetric]) {
        self.comparison = comparison
        self.assessed = assessed
        headlines = Self.headlines(comparison, assessed)
        orders = Self.orders(comparison)
    }

    private static func orders(_ comparison: Comparison) -> [String: [Int32: [Int]]] {
        let numbers = comparison.ids.cities
        guard zip(numbers, numbers.dropFirst()).contains(where: { $0 >= $1 }) else { return [:] }
        func order(_ members: [Int32]) -> [Int] {
            let list = Set(members).sorted()
            return list.indices.sorted { numbers[Int(list[$0])] < numbers[Int(list[$1])] }
        }
        return Dictionary(
            uniqueKeysWithValues: comparison.groups.map { resolved in
                switch resolved.group.members {
                case .common(let members):
                    (resolved.group.id, [ReleaseWriter.nobody: order(members)])
                case .own(let lists):
                    (
                        resolved.group.id,
                        Dictionary(
                            lists.map { (numbers[Int($0.owner)], order($0.members)) },
                            uniquingKeysWith: { first, _ in first })
                    )
                }
            })
    }

    /// Appends the columns of one standing.
    func append(metric: Int, group: Int, row: Int, to rows: CopyBuffer) {
        let assessment = assessed[metric].assessments[group]
        rows.append(double: assessment.benchmarks[row])
        rows.append(double: assessment.othersGroupValues[row])
        rows.append(double: assessment.differenceErrors[row])
        rows.append(double: assessment.probabilities[row])
        for ranks in [
            assessment.rankLowers, assessment.rankUppers, assessment.simultaneousLowers,
            assessment.simultaneousUppers,
        ] {
            let rank = ranks.isEmpty ? 0 : ranks[row]
            rows.append(int32: rank > 0 ? rank : nil)
        }
        rows.append(int16: assessment.verdicts[row].map(Self.code))
        rows.append(int16: assessment.funnels[row]?.rawValue)
        rows.append(
            bool: assessment.verdicts[row] == nil ? nil : headlines[metric][group][row])
        appendIndistinct(assessment.indistinct, metric, group, row, to: rows)
    }

    private static func code(_ verdict: Verdict) -> Int16 {
        switch verdict {
        case .better: 1
        case .worse: 2
        case .aboutLevel: 3
        case .notDistinguishable: 4
        }
    }

    /// Among a city's metrics in total in one peer group those that are better
    /// or worse, with at most one false in ten expected.
    private static func headlines(
        _ comparison: Comparison, _ assessed: [AssessedMetric]
    ) -> [[[Bool]]] {
        /// Whose metrics are looked at together.
        struct Report: Hashable {
            let group: String
            let city: Int32
        }
        var places: [Report: [(metric: Int, group: Int, row: Int)]] = [:]
        var flags = comparison.metrics.map { metric in
            metric.standings.map { Array(repeating: false, count: $0.count) }
        }
        for (metric, compared) in comparison.metrics.enumerated() where compared.breakdown == 0 {
            for (group, standings) in compared.standings.enumerated() {
                let probabilities = assessed[metric].assessments[group].probabilities
                for row in 0..<standings.count where probabilities[row] != nil {
                    places[Report(group: standings.group, city: standings.cities[row]), default: []]
                        .append((metric, group, row))
                }
            }
        }
        for list in places.values {
            let found = discoveries(
                list.map { assessed[$0.metric].assessments[$0.group].probabilities[$0.row] ?? 1 })
            for (place, isFound) in zip(list, found) where isFound {
                let verdict = assessed[place.metric].assessments[place.group].verdicts[place.row]
                flags[place.metric][place.group][place.row] =
                    verdict == .better || verdict == .worse
            }
        }
        return flags
    }

    /// One bit a member of the group, by the warehouse's number of the city.
    private func appendIndistinct(
        _ indistinct: BitRows, _ metric: Int, _ group: Int, _ row: Int, to rows: CopyBuffer
    ) {
        let count = indistinct.bitCount(ofRow: row)
        guard count > 0 else { return rows.appendNull() }
        let standings = comparison.metrics[metric].standings[group]
        let city = comparison.ids.cities[Int(standings.cities[row])]
        let owner = standings.statistics.owners == nil ? ReleaseWriter.nobody : city
        guard let order = orders[standings.group]?[owner] else {
            return rows.append(
                bits: indistinct.bytes(ofRow: row).map(\.reversedBits), count: count)
        }
        var bytes = [UInt8](repeating: 0, count: (count + 7) / 8)
        for (place, member) in order.enumerated() where indistinct[row, member] {
            bytes[place / 8] |= 0x80 >> UInt8(place % 8)
        }
        rows.append(bits: bytes, count: count)
    }
}

extension UInt8 {
    /// The same bits, the lowest first.
    fileprivate var reversedBits: UInt8 {
        var bits = self
        bits = (bits & 0xF0) >> 4 | (bits & 0x0F) << 4
        bits = (bits & 0xCC) >> 2 | (bits & 0x33) << 2
        return (bits & 0xAA) >> 1 | (bits & 0x55) << 1
    }
}
