/// Where a city lies in one variable among its peers and all who could be:
/// dots on a line, the peers filled, the city as a square.
struct PlaceStrip: Sendable {
    private let title: String
    private let own: Double
    private let peers: [(name: String, position: Double)]
    private let all: [Double]
    private let ends: (low: String, high: String)
    private let words: StripLabel

    /// nil where the city has no value, or all have the same.
    init?(_ variable: PeersInput.Variable, at index: Int, city: String, peers: [PeersInput.Peer]) {
        let style = NumberStyle(decimals: nil)
        let near = peers.compactMap { peer in peer.values[index].map { (peer.name, $0) } }
        guard let value = variable.own, let low = variable.all.min(),
            let high = variable.all.max(), low < high
        else { return nil }
        let (start, end) = (variable.place(low), variable.place(high))
        func position(_ value: Double) -> Double {
            StripScale.margin
                + (100 - 2 * StripScale.margin) * (variable.place(value) - start) / (end - start)
        }
        own = position(value)
        all = variable.all.sorted().map(position)
        self.peers = near.map { ("\($0) \(style.short($1))", position($1)) }
        ends = (style.short(low), style.short(high))
        words = StripLabel("\(city) \(style.short(value))", shorter: style.short(value), at: own)
        let range = near.map(\.1)
        let among =
            range.isEmpty
            ? "" : ", its peers \(style.range(range.min() ?? 0, range.max() ?? 0))"
        title =
            "\(variable.title): \(city) \(style.short(value))\(among), all \(variable.all.count) "
            + "cities \(style.range(low, high))."
    }

    /// The picture; its title comes first, so that it is read first.
    var svg: HTML {
        """
        <svg role="img" class="strip" width="100%" height="4em" font-size="8.2"><title>\(title)\
        </title><line class="axis" x1="0" x2="100%" y1="2em" y2="2em" stroke="#767676"/>\
        <g class="dots" fill="#767676">\(all.map { dot($0, radius: 0.22) })</g>\
        <g class="peers" fill="#28A197">\(peers.map(peer))</g>\
        <g class="city" fill="#12436D"><rect x="\(Coordinate(own))%" y="1.55em" width="0.9em" \
        height="0.9em" transform="translate(-3.7 0)"/></g>\
        <text class="city-words" x="\(Coordinate(words.position))%" y="0.9em" \
        text-anchor="\(words.anchor.rawValue)">\(words.text)</text>\
        <text class="end-words" x="0" y="3.6em">\(ends.low)</text>\
        <text class="end-words" x="100%" y="3.6em" text-anchor="end">\(ends.high)</text></svg>
        """
    }

    private func dot(_ position: Double, radius: Double) -> HTML {
        "<circle cx=\"\(Coordinate(position))%\" cy=\"2em\" r=\"\(Coordinate(radius))em\"/>"
    }

    private func peer(_ peer: (name: String, position: Double)) -> HTML {
        """
        <circle cx="\(Coordinate(peer.position))%" cy="2em" r="0.36em"><title>\(peer.name)\
        </title></circle>
        """
    }
}
