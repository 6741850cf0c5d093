import Benchmarking
import Consortium
import MetricSpec

/// Puts money into other prices, with what the consortium folder has on them.
struct PriceTable {
    /// A series with the points that count.
    struct Series {
        let index: PriceIndex
        /// The newest day on which a point of it was published.
        let vintage: CalendarDay
        /// Where it was published; several are separated by "; ".
        let source: String
    }

    private let series: [String: Series]
    /// Regional price parity of each city, 100 = nation; nil where not known.
    private let parities: [Double?]
    /// Everything in it, for the digest of a release's input.
    let text: String

    /// The attribute of attributes.csv that holds a city's price parity.
    private static let parityAttribute = "regional_price_parity"

    init(registry: Registry, day: CalendarDay) {
        var series: [String: Series] = [:]
        let prices = registry.consortium.newestPrices
        for given in registry.standard.priceSeries {
            let points = prices.filter { $0.series == given.id }
            guard let vintage = points.map(\.vintage).max() else { continue }
            series[given.id] = Series(
                index: PriceIndex(
                    base: given.base, values: registry.consortium.priceIndex(given.id)),
                vintage: vintage,
                source: Set(points.map(\.source)).sorted().joined(separator: "; "))
        }
        self.series = series
        let directory = registry.consortium.directory
        var parities = [Double?](repeating: nil, count: directory.cities.count)
        for attribute in registry.consortium.attributes
        where attribute.attribute == Self.parityAttribute && attribute.valid.contains(day) {
            if let city = directory.index(of: attribute.city) {
                parities[city] = Double(attribute.value)
            }
        }
        self.parities = parities
        text = (prices.map { "\($0)" } + ["\(parities)"]).joined(separator: "\n")
    }

    subscript(id: String) -> Series? { series[id] }

    /// The figures in prices of the series' base, each by its own days; nil
    /// for a metric without prices and where the index does not reach.
    func realValues(of figures: MetricColumns, _ metric: Metric) -> [Double?] {
        guard let rule = metric.prices, let index = series[rule.series]?.index else { return [] }
        return (0..<figures.cityCount).map { city in
            figures.values[city].flatMap { value in
                index.real(value, of: figures.period(ofCity: city))
            }
        }
    }

    /// The figures over the cities' price parities; empty for a metric that
    /// shows none.
    func parityValues(of figures: MetricColumns, _ metric: Metric) -> [Double?] {
        guard let rule = metric.prices, rule.hasParity else { return [] }
        return (0..<figures.cityCount).map { city in
            guard let value = figures.values[city], let parity = parities[city] else { return nil }
            return parityAdjusted(value, parity: parity)
        }
    }
}
