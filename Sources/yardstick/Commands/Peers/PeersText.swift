import Benchmarking
import Consortium
import MetricSpec
import Reporting
import Warehouse

/// Whom a city is compared with, in plain text.
struct PeersText {
    let peers: CityPeers

    func show(_ groups: [CityPeers.Group]) {
        let source = peers.release.map { ", as in release \($0)" } ?? ""
        Console.line("\(peers.name(peers.city)), peer groups on \(peers.day.text)\(source)")
        for group in groups {
            Console.line()
            Console.line("\(group.rule.title) (\(group.rule.id))")
            Console.line("  \(peers.rule(of: group))")
            if let selection = group.selection, let found = group.explanation {
                show(selection, found)
            } else {
                let names = group.peers.map(peers.name).joined(separator: ", ")
                Console.line("  \(names)")
            }
        }
        if groups.isEmpty { Console.line("There is none.") }
    }

    private func show(_ selection: NeighbourSelection, _ found: PeerExplanation) {
        if let absence = found.absence { Console.line("  \(peers.words(absence, selection))") }
        let variables = selection.rule.variables
        var table = TextTable(
            titles: ["City", ">Distance", ">Stays in"] + variables.map { ">\($0.title)" })
        table.add(
            cells: [peers.name(peers.city), "", ""]
                + found.own.map { own in
                    own.map { Self.number($0.value) + ($0.isFallback ? " (fallback)" : "") }
                        ?? "missing"
                })
        for peer in found.close { table.add(cells: cells(peer)) }
        for line in table.lines { Console.line("  \(line)") }
        guard let caliper = selection.caliper?.distance else { return }
        let far = found.beyond.map {
            "\(peers.name(peers.id($0.city))) \(Self.distance($0.distance))"
        }
        Console.line(
            "  Nobody farther than \(Self.distance(caliper)) is a peer"
                + (far.isEmpty ? "." : "; near, but beyond: \(far.joined(separator: ", ")).")
                + " Per cent: of the squared distance.")
    }

    private func cells(_ peer: PeerExplanation.Peer) -> [String] {
        [peers.name(peers.id(peer.city)), Self.distance(peer.distance)]
            + [peer.stability.map(Self.percent) ?? ""]
            + zip(peer.values, peer.shares).map { value, share in
                "\(value.map(Self.number) ?? "missing") (\(Self.percent(share)))"
            }
    }

    private static func number(_ value: Double) -> String { PlainNumber.text(value) }

    private static func percent(_ share: Double) -> String {
        "\(Int((share * 100).rounded())) %"
    }

    private static func distance(_ distance: Double) -> String {
        let hundredths = Int((distance * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
