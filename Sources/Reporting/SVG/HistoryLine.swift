import MetricSpec

/// The city's own figures over time as a small line; gaps stay gaps.
struct HistoryLine: Sendable {
    struct Point: Sendable, Hashable {
        /// The first month of the period, on any count of months.
        let month: Int
        /// nil is a period without a figure.
        let value: Double?
        /// The first day of the definition that it follows; nil: no break
        /// before it.
        var definition: CalendarDay?
    }

    let title: String
    /// Oldest first; the last one is the current period.
    let points: [Point]
    /// Whether the current figure is compared with those of others.
    var isCurrentCompared = true

    private static let (width, height, margin) = (120.0, 30.0, 4.0)

    /// The picture; its title comes first, so that it is read first.
    var svg: HTML {
        """
        <svg role="img" class="history" viewBox="0 0 120 30" width="120" height="30">\
        <title>\(title)</title>\(gaps)\(breaks)\
        <g fill="none" stroke="#767676" stroke-width="1.5">\(lines)</g>\
        <g class="dots" fill="#767676">\(singles)</g>\(current)</svg>
        """
    }

    private func x(_ point: Point) -> Double {
        guard let first = points.first?.month, let last = points.last?.month, last > first
        else { return Self.width / 2 }
        let share = Double(point.month - first) / Double(last - first)
        return Self.margin + share * (Self.width - 2 * Self.margin)
    }

    private func y(_ value: Double) -> Double {
        let values = points.compactMap(\.value)
        guard let low = values.min(), let high = values.max(), high > low else {
            return Self.height / 2
        }
        return Self.height - Self.margin
            - (value - low) / (high - low) * (Self.height - 2 * Self.margin)
    }

    /// Neighbouring figures, cut where one is missing and where the definition
    /// changed.
    private var runs: [[Point]] {
        var runs: [[Point]] = []
        for (index, point) in points.enumerated() where point.value != nil {
            let joins =
                index > 0 && points[index - 1].value != nil
                && points[index - 1].definition == point.definition
            if joins, !runs.isEmpty {
                runs[runs.count - 1].append(point)
            } else {
                runs.append([point])
            }
        }
        return runs
    }

    /// A line across the picture where the definition changed.
    private var breaks: HTML {
        HTML(
            joining: zip(points, points.dropFirst())
                .filter { $0.definition != $1.definition }
                .map { before, after in
                    let x = Coordinate((x(before) + x(after)) / 2)
                    return """
                        <line class="break" x1="\(x)" x2="\(x)" y1="1.00" y2="29.00" \
                        stroke="#3D3D3D" stroke-width="1.5" stroke-dasharray="4 2"/>
                        """
                })
    }

    private var lines: HTML {
        HTML(
            joining: runs.filter { $0.count > 1 }.map { run in
                let places = run.map { point in
                    "\(Coordinate(x(point)).text),\(Coordinate(y(point.value ?? 0)).text)"
                }
                return "<polyline points=\"\(places.joined(separator: " "))\"/>"
            })
    }

    private var singles: HTML {
        HTML(
            joining: runs.filter { $0.count == 1 }.joined().map { point in
                let (x, y) = (Coordinate(x(point)), Coordinate(y(point.value ?? 0)))
                return "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"1.80\"/>"
            })
    }

    private var gaps: HTML {
        HTML(
            joining: points.filter { $0.value == nil }.map { point in
                let x = Coordinate(x(point))
                return """
                    <line class="gap" x1="\(x)" x2="\(x)" y1="22.00" y2="28.00" \
                    stroke="#767676" stroke-width="1" stroke-dasharray="2 2"/>
                    """
            })
    }

    private var current: HTML {
        guard let last = points.last, let value = last.value else { return "" }
        let (left, top) = (Coordinate(x(last) - 3.5), Coordinate(y(value) - 3.5))
        guard isCurrentCompared else {
            return """
                <rect class="now hollow" x="\(left)" y="\(top)" width="7" height="7" fill="#fff" \
                stroke="#12436D" stroke-width="1.5"/>
                """
        }
        return """
            <rect class="now" x="\(left)" y="\(top)" width="7" height="7" fill="#12436D"/>
            """
    }
}
