/// How far each near city is, and through which variables: a bar a city, its
/// parts in the order of the variables, and the caliper across all.
///
/// Positions are per cent of the width and multiples of the text height, as in
/// ``StripPlot``; names stand above their bars, so that they fit on a phone.
struct PeerDistancePlot: Sendable {
    private let title: String
    private let caliper: Double?
    private let rows: [Row]
    private let variables: [String]
    /// The distance at the right end.
    private let greatest: Double

    private struct Row {
        let peer: PeersInput.Peer
        let isClose: Bool
    }

    /// As many variables have a colour of their own; the rest share the last.
    static let colours = ["#12436D", "#28A197", "#801650", "#F46A25", "#7b838b", "#A285D1"]

    /// Heights of a row, of its bar, and of what stands below all rows.
    private static let (step, thickness, foot) = (2.7, 0.85, 1.7)

    /// nil where nobody is near.
    init?(_ likeness: PeersInput.Likeness, city: String) {
        rows =
            likeness.close.map { Row(peer: $0, isClose: likeness.absence == nil) }
            + likeness.beyond.map { Row(peer: $0, isClose: false) }
        let farthest = rows.map(\.peer.distance).max() ?? 0
        guard farthest > 0 else { return nil }
        caliper = likeness.caliper
        greatest = max(farthest, likeness.caliper ?? 0) * 1.02
        variables = likeness.variables.map(\.title)
        let near = rows.map { "\($0.peer.name) \(Wording.distance($0.peer.distance))" }
        title = "Distance from \(city): \(near.joined(separator: ", "))."
    }

    /// The picture; its title comes first, so that it is read first.
    var svg: HTML {
        let height = Double(rows.count) * Self.step + Self.foot
        return """
            <svg role="img" class="distances" width="100%" height="\(Coordinate(height))em" \
            font-size="8.2"><title>\(title)</title>\
            \(rows.enumerated().map { shape($1, top: Double($0) * Self.step) })\
            \(caliperShape(height))</svg>
            """
    }

    private func shape(_ row: Row, top: Double) -> HTML {
        let remark = row.isClose ? "" : ", no peer"
        let stays = row.peer.stability.map { ", stays in \(Wording.percent($0))" } ?? ""
        return """
            <text x="0" y="\(Coordinate(top + 1))em"><tspan class="name">\(row.peer.name)</tspan> \
            <tspan class="said">\(Wording.distance(row.peer.distance))\(stays)\(remark)</tspan>\
            </text><g class="\(row.isClose ? "near" : "far")">\
            \(parts(row.peer, top: top + 1.35))</g>
            """
    }

    private func parts(_ peer: PeersInput.Peer, top: Double) -> [HTML] {
        var start = 0.0
        return peer.shares.enumerated().map { index, share in
            let width = 100 * peer.distance * share / greatest
            defer { start += width }
            let colour = min(index, Self.colours.count - 1)
            return """
                <rect class="part\(colour)" x="\(Coordinate(start))%" y="\(Coordinate(top))em" \
                width="\(Coordinate(width))%" height="\(Coordinate(Self.thickness))em" \
                fill="\(Self.colours[colour])"><title>\(variables[index]): \
                \(Wording.percent(share))</title></rect>
                """
        }
    }

    private func caliperShape(_ height: Double) -> HTML {
        guard let caliper else { return "" }
        let position = 100 * caliper / greatest
        let anchor: HTML = position > 50 ? "end" : "start"
        return """
            <line class="caliper" x1="\(Coordinate(position))%" x2="\(Coordinate(position))%" \
            y1="0" y2="\(Coordinate(height - 1.3))em" stroke="#3D3D3D" stroke-width="1.5" \
            stroke-dasharray="4 3"/><text class="caliper-words" x="\(Coordinate(position))%" \
            y="\(Coordinate(height - 0.3))em" text-anchor="\(anchor)">nobody farther than \
            \(Wording.distance(caliper)) is a peer</text>
            """
    }
}
