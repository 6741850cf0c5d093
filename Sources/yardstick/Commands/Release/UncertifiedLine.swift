/// A city's service that nobody had certified, as JSON.
struct UncertifiedLine: Encodable {
    let city: String
    /// Nil for measures of no service.
    let service: String?

    /// The most cities that are listed.
    private static let shown = 10

    /// One line a city, below how many there are.
    static func words(_ lines: [UncertifiedLine], period: String) -> [String] {
        guard !lines.isEmpty else { return [] }
        var order: [String] = []
        var services: [String: [String]] = [:]
        for line in lines {
            if services[line.city] == nil { order.append(line.city) }
            services[line.city, default: []].append(line.service ?? "measures of no service")
        }
        let head =
            "Not certified: \(TextTable.counted(lines.count, "service")) of "
            + (order.count == 1 ? "1 city" : "\(TextTable.grouped(order.count)) cities")
        let rows = order.prefix(shown).map {
            "  \($0): \((services[$0] ?? []).joined(separator: ", "))"
        }
        let rest =
            order.count > shown
            ? ["  \(order.count - shown) more: `yardstick status \(period)` shows them."] : []
        return [head] + rows + rest
    }
}
