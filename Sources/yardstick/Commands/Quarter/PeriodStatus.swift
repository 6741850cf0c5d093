import Consortium
import MetricSpec
import Reporting
import Warehouse

/// What is known of a period's reports on a day.
struct PeriodStatus {
    let period: Period
    let day: CalendarDay
    let cities: [CityStatus]
    let services: [ServiceStatus]
    let folder: ConsortiumFolder

    var consortium: Consortium { folder.consortium }

    /// The days of the period; nil where calendar.csv has none.
    var cycle: ReportingCycle? { consortium.cycle(of: period) }

    var due: CalendarDay? { cycle?.due }

    /// How late a city is. Where a central file brings everything, no city
    /// sends its own; else only its own files are its report.
    func daysLate(_ city: CityStatus) -> Int? {
        city.daysLate(due: due, on: day, ownOnly: cities.contains { $0.ownValues > 0 })
    }

    /// How many cities are in a state.
    func count(_ state: CityStatus.State) -> Int { cities.count { $0.state == state } }

    /// What the page says.
    var page: StatusInput {
        StatusInput(
            consortium: consortium.name, period: period.text, day: day.text, due: due?.text,
            isInvented: consortium.isInvented,
            cities: cities.map { city in
                StatusInput.City(
                    name: city.name, state: StatusInput.State(city.state), owed: city.owed,
                    reported: city.reported, values: city.values, missing: city.missing,
                    errors: city.errors, warnings: city.warnings,
                    rejectedFiles: city.rejectedFiles, lastReceivedAt: city.lastReceivedAt,
                    daysLate: daysLate(city))
            },
            cycle: cycle.map { StatusInput.Cycle($0, on: day) }, services: serviceRows)
    }

    /// Writes a headline and a table.
    func show() {
        Console.line(headline)
        var table = TextTable(
            "city", "name", "state", ">complete", ">values", ">own", ">missing", ">errors",
            ">warnings", ">days late", "last received")
        for city in cities {
            table.add(
                city.city, city.name, city.state.rawValue.replacing("_", with: " "),
                city.takesPart ? "\(city.reported) of \(city.owed)" : "",
                TextTable.grouped(city.values), TextTable.grouped(city.ownValues),
                TextTable.grouped(city.missing), TextTable.grouped(city.errors),
                TextTable.grouped(city.warnings),
                daysLate(city).map(TextTable.grouped) ?? "",
                city.lastReceivedAt ?? "nothing yet")
        }
        table.show()
        showQuarter()
    }

    private var headline: String {
        // Where a central file brings everything, no city sends its own.
        let senders = cities.count { $0.ownValues > 0 }
        let reported = senders > 0 ? senders : cities.count { $0.values > 0 }
        var text =
            "\(period.text): \(reported) of \(cities.count) cities have "
            + (senders > 0 ? "sent files of their own" : "values")
        text += ", \(count(.complete)) completely"
        if let due { text += " (due \(due.text))" }
        return text
    }
}

extension StatusInput.State {
    fileprivate init(_ state: CityStatus.State) {
        switch state {
        case .complete: self = .complete
        case .partial: self = .partial
        case .nothing: self = .nothing
        case .notTakingPart: self = .notTakingPart
        }
    }
}
