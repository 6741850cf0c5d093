/// Words at a position of a strip, kept inside it.
struct StripLabel: Sendable, Hashable {
    enum Anchor: String, Sendable, Hashable {
        case start
        case middle
        case end
    }

    let text: String
    /// What the words point at.
    let target: Double
    /// Where they are anchored.
    let position: Double
    let anchor: Anchor

    /// The width of one letter in per cent of the narrowest strip that is
    /// planned for, 22 times the text height.
    private static let letterWidth = 2.4

    init(_ text: String, shorter: String? = nil, at target: Double) {
        let fits = Self.width(text) <= 100
        let text = fits ? text : shorter ?? text
        let width = Self.width(text)
        self.text = text
        self.target = target
        if target - width / 2 >= 0 && target + width / 2 <= 100 {
            (position, anchor) = (target, .middle)
        } else if target < 50 {
            let start = max(0, target - StripScale.margin)
            (position, anchor) = (start + width <= 100 ? start : 0, .start)
        } else {
            let end = min(100, target + StripScale.margin)
            (position, anchor) = (end - width >= 0 ? end : 100, .end)
        }
    }

    private init(_ text: String, anchor: Anchor) {
        self.text = text
        self.anchor = anchor
        position = anchor == .start ? 0 : 100
        target = position
    }

    /// The range that the words cover in the narrowest strip.
    private var extent: ClosedRange<Double> {
        let width = Self.width(text)
        return switch anchor {
        case .start: position...(position + width)
        case .middle: (position - width / 2)...(position + width / 2)
        case .end: (position - width)...position
        }
    }

    /// The figures at both ends of the scale, or with an arrow the most
    /// extreme one beyond it; none where the median's words are.
    static func ends(
        scale: StripScale, values: [Double], style: NumberStyle, avoiding median: StripLabel?
    ) -> [StripLabel] {
        let below = values.filter { $0 < scale.low }
        let above = values.filter { $0 > scale.high }
        let left = below.min().map { "\u{2190} \(style.short($0))" } ?? style.short(scale.low)
        let right = above.max().map { "\(style.short($0)) \u{2192}" } ?? style.short(scale.high)
        guard scale.high > scale.low else { return [] }
        return [StripLabel(left, anchor: .start), StripLabel(right, anchor: .end)]
            .filter { label in median.map { !$0.extent.overlaps(label.extent) } ?? true }
    }

    private static func width(_ text: String) -> Double {
        Double(text.count + 1) * letterWidth
    }
}
