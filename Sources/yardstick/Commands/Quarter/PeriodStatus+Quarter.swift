import Consortium
import MetricSpec
import Reporting
import Warehouse

extension PeriodStatus {
    /// What a city still owes after its day is over.
    struct Late {
        /// What is owed.
        enum Owes: String, Vocabulary {
            case report
            case answer
            case certification
        }

        let city: String
        let service: String?
        let owes: Owes
        let days: Int
    }

    /// Who is late, reports first, then answers, then certifications.
    var late: [Late] { lateReports + lateAnswers + lateCertifications }

    /// Who came in time with a part is not late.
    private var lateReports: [Late] {
        cities.compactMap { city in
            guard let days = daysLate(city), days > 0, city.state != .complete else {
                return nil
            }
            return Late(city: city.city, service: nil, owes: .report, days: days)
        }
    }

    private var lateAnswers: [Late] {
        services.compactMap { service in
            guard let days = overdue(cycle?.queriesUntil), !service.waitingForCity.isEmpty else {
                return nil
            }
            return Late(city: service.city, service: service.service, owes: .answer, days: days)
        }
    }

    private var lateCertifications: [Late] {
        services.compactMap { service in
            guard let days = overdue(cycle?.certifyUntil), service.isUncertified else {
                return nil
            }
            return Late(
                city: service.city, service: service.service, owes: .certification, days: days)
        }
    }

    /// Days since a last day; nil until it is over.
    private func overdue(_ last: CalendarDay?) -> Int? {
        guard let last, day > last else { return nil }
        return Int(day.number - last.number)
    }

    /// How many cities' service is in each state that occurs, services in the
    /// order of the standard, states in theirs.
    var counts: [StateCountLine] {
        let order = serviceOrder
        return order.flatMap { service in
            ServiceStatus.State.allCases.compactMap { state in
                let count = services.count { $0.service == service && $0.state == state }
                return count == 0
                    ? nil : StateCountLine(service: service, state: state.rawValue, count: count)
            }
        }
    }

    /// The services that have measures, as the standard lists them.
    private var serviceOrder: [String?] {
        let first = services.first?.city
        return services.prefix { $0.city == first }.map(\.service)
    }

    /// Those of them of which any city has sent or been asked something.
    private var activeServices: [String?] { ServiceStatus.active(services) }

    /// The title of a service.
    func title(_ service: String?) -> String {
        service.map { folder.standard.service($0)?.title ?? $0 } ?? "Of no service"
    }

    /// What the page says of the services.
    var serviceRows: [StatusInput.Service] {
        activeServices.map { service in
            StatusInput.Service(
                title: title(service),
                cities: zip(cities, services.filter { $0.service == service }.sortedByCity())
                    .map { city, status in
                        StatusInput.ServiceCity(
                            name: city.name, state: status.state.rawValue.replacing("_", with: " "),
                            note: Self.note(status))
                    })
        }
    }

    /// Questions and a broken certification, in a few words.
    private static func note(_ status: ServiceStatus) -> String? {
        var parts: [String] = []
        if !status.waitingForCity.isEmpty {
            parts.append(TextTable.counted(status.waitingForCity.count, "question"))
        }
        if let broken = status.broken {
            parts.append(
                "certification of \(broken.certification.certifiedAt.prefix(10)) broken by "
                    + TextTable.counted(max(broken.now.count, broken.before.count), "value"))
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    // MARK: Text

    /// Writes the stage, the states in counts and by city, and who is late.
    func showQuarter() {
        Console.line()
        Console.line(stageLine)
        showCounts()
        showServices()
        showLate()
    }

    private var stageLine: String {
        guard let cycle else {
            return "calendar.csv has no line for \(period.text): no step is dated."
        }
        var text = "Stage: \(cycle.stage(on: day).rawValue)"
        if let next = cycle.next(on: day) {
            text += ", next \(next.step.rawValue.replacing("_", with: " ")) on \(next.day.text)"
        }
        if let blackout = cycle.blackout, blackout.contains(day) {
            text += "; blackout until \(blackout.last.text), nothing is released"
        }
        return text + "."
    }

    private func showCounts() {
        let active = activeServices
        let rest = serviceOrder.count - active.count
        if rest > 0 { Console.line("Nothing is there of \(TextTable.counted(rest, "service")).") }
        let states = ServiceStatus.State.allCases.filter { state in
            services.contains { $0.state == state && active.contains($0.service) }
        }
        guard !states.isEmpty else { return }
        var table = TextTable(
            titles: ["service"] + states.map { ">" + $0.rawValue.replacing("_", with: " ") })
        for service in active {
            table.add(
                cells: [service ?? "(of none)"]
                    + states.map { state in
                        String(services.count { $0.service == service && $0.state == state })
                    })
        }
        table.show()
    }

    /// One line for cities whose services are all in the same states.
    private func showServices() {
        let active = activeServices
        guard !active.isEmpty else { return }
        Console.line()
        let states = Dictionary(grouping: services, by: \.city).mapValues { own in
            Self.states(own.filter { active.contains($0.service) })
        }
        var groups: [(states: String, cities: [String])] = []
        var places: [String: Int] = [:]
        for city in cities {
            let text = states[city.city] ?? ""
            let place = places[text] ?? groups.count
            if place == groups.count {
                places[text] = place
                groups.append((text, []))
            }
            groups[place].cities.append(city.city)
        }
        showStates(groups)
    }

    /// The largest group of many cities stands last and is counted alone.
    private func showStates(_ groups: [(states: String, cities: [String])]) {
        let largest = groups.indices.max { groups[$0].cities.count < groups[$1].cities.count }
        let counted = largest.flatMap { groups[$0].cities.count > Self.mostNamed ? $0 : nil }
        var table = TextTable("cities", "services by state")
        for (place, group) in groups.enumerated() where place != counted {
            table.add(group.cities.joined(separator: ", "), group.states)
        }
        if let counted {
            let count = groups[counted].cities.count
            table.add("\(groups.count > 1 ? "the other" : "all") \(count)", groups[counted].states)
        }
        table.show()
    }

    /// So many cities of one state are named.
    private static let mostNamed = 3

    /// `certified: police; received: fire`.
    private static func states(_ services: [ServiceStatus]) -> String {
        ServiceStatus.State.allCases.compactMap { state -> String? in
            let names = services.filter { $0.state == state }.map { service in
                (service.service ?? "(of none)") + (service.broken == nil ? "" : " (broken)")
            }
            return names.isEmpty
                ? nil
                : "\(state.rawValue.replacing("_", with: " ")): " + names.joined(separator: ", ")
        }.joined(separator: "; ")
    }

    /// Whom to ask stands here alone: contacts go into no page or document.
    private func showLate() {
        guard !late.isEmpty else { return }
        Console.line()
        var table = TextTable("late", "with", ">days", "whom to ask")
        for late in late {
            let role: Contact.Role = late.owes == .certification ? .certifier : .sender
            let contacts = consortium.contacts(of: late.city, as: role)
            table.add(
                late.city,
                late.owes.rawValue
                    + (late.owes == .report ? "" : " of " + (late.service ?? "(of none)")),
                String(late.days),
                contacts.map { "\($0.name) \($0.address)" }.joined(separator: ", "))
        }
        table.show()
    }
}

extension ServiceStatus {
    /// The services of which any city has sent or been asked something, in the
    /// order in which they come.
    static func active(_ all: [ServiceStatus]) -> [String?] {
        let idle: Set<State> = [.announced, .notProvided, .notTakingPart]
        let active = Set(all.filter { !idle.contains($0.state) }.map(\.service))
        let first = all.first?.city
        return all.prefix { $0.city == first }.map(\.service).filter(active.contains)
    }
}

extension [ServiceStatus] {
    /// In the order of `status`, cities by id.
    fileprivate func sortedByCity() -> [ServiceStatus] { sorted { $0.city < $1.city } }
}

extension StatusInput.Cycle {
    init(_ cycle: ReportingCycle, on day: CalendarDay) {
        self.init(
            stage: cycle.stage(on: day).rawValue,
            steps: cycle.steps.map {
                StatusInput.Step(
                    name: $0.step.rawValue.replacing("_", with: " "), day: $0.day.text)
            },
            next: cycle.next(on: day).map { $0.step.rawValue.replacing("_", with: " ") },
            isBlackout: cycle.blackout?.contains(day) == true)
    }
}
