import Consortium
import MetricSpec

/// Which services cities do not provide, and when.
struct ProvisionCheck {
    private struct Key: Hashable {
        let city: Int
        let service: String
    }

    private var absences: [Key: [Validity]] = [:]
    private var services: Set<String> = []

    init(_ context: IntakeContext) {
        for provision in context.provisions where provision.mode?.isProvided == false {
            guard let city = context.cities.index(of: provision.city) else { continue }
            absences[Key(city: city, service: provision.service), default: []]
                .append(provision.valid)
            services.insert(provision.service)
        }
    }

    /// Whether some city does not provide the service of a measure.
    func concerns(_ measure: Measure) -> Bool { measure.service.map(services.contains) ?? false }

    /// Whether a city provides a service on a day of a period at least.
    func isProvided(_ service: String, city: Int, in period: Period) -> Bool {
        guard let absences = absences[Key(city: city, service: service)] else { return true }
        return !absences.contains { valid in
            valid.contains(period.start) && valid.to.map { $0 >= period.end } ?? true
        }
    }

    func finding(_ batch: CheckedBatch, _ index: Int, _ log: FigureLog) -> Finding? {
        let city = Int(batch.city[index])
        let measure = Int(batch.measure[index])
        let period = batch.periods[Int(batch.period[index])]
        guard let service = log.context.standard.measures[measure].service,
            !isProvided(service, city: city, in: period)
        else { return nil }
        let finding = log.writer.notProvidedButReported(
            batch.value[index], service: service, row: Int(batch.sourceRow[index]),
            column: Int(batch.sourceColumn[index]) - 1)
        return log.named(finding, measure: measure, city: city, period: period)
    }
}
