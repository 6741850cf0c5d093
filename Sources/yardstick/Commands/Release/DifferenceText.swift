import Benchmarking
import MetricSpec
import Warehouse

/// The differences of two releases in words and as rows.
struct DifferenceText {
    private let difference: ReleaseDifference

    init(_ difference: ReleaseDifference) {
        self.difference = difference
    }

    /// A headline and a table for values, ranks and members each.
    func show() {
        let (before, after) = (difference.before, difference.after)
        Console.line(
            "\(after.period.text): release \(before.number) (\(before.kind.rawValue)) to "
                + "\(after.number) (\(after.kind.rawValue)): \(Self.counts(difference))")
        if !difference.values.isEmpty { showValues() }
        if !difference.ranks.isEmpty { showRanks() }
        for member in difference.members {
            let group = member.owner.map { "\(member.peerGroup) of \($0)" } ?? member.peerGroup
            Console.line("\(member.city) \(member.hasJoined ? "joined" : "left") \(group)")
        }
    }

    /// Such as `1 value changed, 2 added, 3 ranks moved`, or that nothing did.
    static func counts(_ difference: ReleaseDifference) -> String {
        var parts: [String] = []
        func add(_ count: Int, _ one: String, _ many: String) {
            if count > 0 { parts.append("\(TextTable.grouped(count)) \(count == 1 ? one : many)") }
        }
        func values(_ kind: ReleasedChange.Kind) -> Int {
            difference.values.count { $0.kind == kind }
        }
        add(values(.added), "value added", "values added")
        add(values(.changed), "value changed", "values changed")
        add(values(.removed), "value removed", "values removed")
        add(values(.status), "status changed", "statuses changed")
        add(difference.ranks.count, "rank moved", "ranks moved")
        add(
            difference.members.count, "place in a peer group taken or given up",
            "places in peer groups taken or given up")
        return parts.isEmpty ? "nothing moved" : parts.joined(separator: ", ")
    }

    private func showValues() {
        var table = TextTable(
            "metric", "city", "breakdown", "change", ">before", ">after", "through")
        for change in difference.values {
            table.add(
                change.metric, change.city, change.breakdown, change.kind.rawValue,
                Self.figure(change.before, change.statusBefore),
                Self.figure(change.after, change.statusAfter),
                change.causes.map(Self.words).joined(separator: "; "))
        }
        table.show()
    }

    private func showRanks() {
        var table = TextTable(
            "metric", "peer group", "city", "breakdown", ">rank", ">now", ">own value",
            ">others' values", ">membership")
        for move in difference.ranks {
            table.add(
                move.metric, move.peerGroup, move.city, move.breakdown,
                Self.rank(move.before, move.rankedBefore), Self.rank(move.after, move.rankedAfter),
                Self.places(move.shift?.own), Self.places(move.shift?.others),
                Self.places(move.shift?.membership))
        }
        table.show()
    }

    /// The figure, with what keeps it from being compared; or why there is
    /// none.
    static func figure(_ value: Double?, _ status: String?) -> String {
        let words = (status ?? "not_reported").replacing("_", with: " ")
        guard let value else { return words }
        return words == "reported" ? "\(value)" : "\(value) (\(words))"
    }

    private static func rank(_ rank: Int?, _ ranked: Int?) -> String {
        rank.map { "\($0) of \(ranked ?? 0)" } ?? "none"
    }

    /// With its sign: places lost are positive.
    private static func places(_ places: Int?) -> String {
        places.map { $0 > 0 ? "+\($0)" : String($0) } ?? ""
    }

    /// Such as `submission 3 (submissions/x.csv, received 2026-11-09)`.
    static func words(_ cause: ReleasedChange.Cause) -> String {
        guard let submission = cause.submission else {
            return cause.kind == .certification ? "certification" : "the folder or the standard"
        }
        let file = cause.file.map { " (\($0), received \(cause.receivedAt?.prefix(10) ?? ""))" }
        let act =
            switch cause.kind {
            case .received, .registry, .certification: ""
            case .withdrawn: ", withdrawn"
            case .restored: ", counted again"
            }
        return "submission \(submission)\(file ?? "")\(act)"
    }

    /// One row a difference (RFC 4180); what is not there is empty.
    func showCSV() {
        Console.line(
            "kind,change,metric,city,breakdown,peer_group,before,after,status_before,"
                + "status_after,own,others,membership,submissions")
        for change in difference.values {
            row([
                "value", change.kind.rawValue, change.metric, change.city, change.breakdown, "",
                change.before.map { "\($0)" }, change.after.map { "\($0)" }, change.statusBefore,
                change.statusAfter, "", "", "",
                change.causes.compactMap { $0.submission.map(String.init) }
                    .joined(separator: " "),
            ])
        }
        for move in difference.ranks {
            row([
                "rank", "moved", move.metric, move.city, move.breakdown, move.peerGroup,
                move.before.map(String.init), move.after.map(String.init), "", "",
                (move.shift?.own).map(String.init), (move.shift?.others).map(String.init),
                (move.shift?.membership).map(String.init), "",
            ])
        }
        for member in difference.members {
            row([
                "member", member.hasJoined ? "joined" : "left", "", member.city, "",
                member.owner.map { "\(member.peerGroup) of \($0)" } ?? member.peerGroup, "", "",
                "", "", "", "", "", "",
            ])
        }
    }

    /// Ids hold no comma or quote, so no cell needs quoting.
    private func row(_ cells: [String?]) {
        Console.line(cells.map { $0 ?? "" }.joined(separator: ","))
    }
}
