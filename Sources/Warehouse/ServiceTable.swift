import Benchmarking
import Consortium
import MetricSpec

/// How each city stands to each service on a day.
struct ServiceTable {
    private let columns: [String: ServiceColumn]
    /// For services of which nothing is said, where some are no cities on the
    /// day: these take part in nothing. Nil where all are.
    private let others: ServiceColumn?

    init(registry: Registry, day: CalendarDay) {
        self.init(registry.consortium, day: day)
    }

    init(_ consortium: Consortium, day: CalendarDay) {
        let directory = consortium.directory
        var columns: [String: ServiceColumn] = [:]
        let ordered = consortium.provisions.sorted {
            ($0.valid.from?.number ?? Int32.min) < ($1.valid.from?.number ?? Int32.min)
        }
        var everybody = ServiceColumn.allProvided(cityCount: directory.cities.count)
        let absent = Set(
            consortium.absentCities(on: day).compactMap { directory.index(of: $0) })
        for city in absent { everybody.provisions[city] = .notTakingPart }
        others = absent.isEmpty ? nil : everybody
        for row in ordered where row.valid.contains(day) {
            guard let city = directory.index(of: row.city), !absent.contains(city) else {
                continue
            }
            var column = columns[row.service] ?? everybody
            column.provisions[city] = Self.provision(row)
            column.modes[city] = row.mode
            column.populationServed[city] = row.populationServed
            columns[row.service] = column
        }
        self.columns = columns
    }

    /// Nil where all provide the service and nothing is said of it.
    func column(_ service: String?) -> ServiceColumn? {
        service.flatMap { columns[$0] } ?? others
    }

    /// How a city stands to a service; nil is the city as a whole.
    func provision(_ service: String?, city: Int) -> Provision {
        column(service)?.provisions[city] ?? .provided
    }

    /// Everything in it, for the digest of a release's input.
    var text: String {
        (columns.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            + [others].compactMap { $0 }.map { "\($0)" })
            .joined(separator: "\n")
    }

    private static func provision(_ row: ServiceProvision) -> Provision {
        if !row.takesPart { return .notTakingPart }
        return row.mode?.isProvided == false ? .notProvided : .provided
    }
}
