import Consortium
import MetricSpec

/// Which services cities do not provide, and when.
struct ProvisionCheck {
    /// The services that some city does not provide.
    private let services: [String: Int]
    /// By measure: the position of its service; -1 where all provide it.
    private let slots: [Int]
    /// By city, then service: when it is not provided; empty where it always
    /// is.
    private var absences: [[Validity]]

    init(_ context: IntakeContext) {
        let absent = context.provisions.filter { $0.mode?.isProvided == false }
        let names = Set(absent.map(\.service)).sorted()
        let services = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        self.services = services
        slots = context.standard.measures.map { $0.service.flatMap { services[$0] } ?? -1 }
        absences = Array(repeating: [], count: context.cities.cities.count * services.count)
        for provision in absent {
            guard let city = context.cities.index(of: provision.city),
                let service = services[provision.service]
            else { continue }
            absences[city * services.count + service].append(provision.valid)
        }
    }

    /// Whether some city does not provide the service of a measure.
    func concerns(_ measure: Measure) -> Bool { measure.service.map(isAbsent) ?? false }

    private func isAbsent(_ service: String) -> Bool { services[service] != nil }

    /// Whether a city provides a service on a day of a period at least.
    func isProvided(_ service: String, city: Int, in period: Period) -> Bool {
        guard let service = services[service] else { return true }
        return isProvided(service, city, period)
    }

    private func isProvided(_ service: Int, _ city: Int, _ period: Period) -> Bool {
        !absences[city * services.count + service].contains { valid in
            valid.contains(period.start) && valid.to.map { $0 >= period.end } ?? true
        }
    }

    /// A finding on a figure of a service that its city does not provide.
    func finding(_ batch: CheckedBatch, _ index: Int, _ log: FigureLog) -> Finding? {
        let (measure, city) = (Int(batch.measure[index]), Int(batch.city[index]))
        let slot = slots[measure]
        if slot < 0 || absences[city * services.count + slot].isEmpty { return nil }
        let period = batch.periods[Int(batch.period[index])]
        guard !isProvided(slot, city, period),
            let service = log.context.standard.measures[measure].service
        else { return nil }
        let finding = log.writer.notProvidedButReported(
            batch.value[index], service: service, row: Int(batch.sourceRow[index]),
            column: Int(batch.sourceColumn[index]) - 1)
        return log.named(finding, measure: measure, city: city, period: period)
    }
}
