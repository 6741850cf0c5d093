import ArgumentParser
import Benchmarking
import Consortium
import MetricSpec
import Reporting
import Warehouse

/// `yardstick agenda PERIOD`.
struct AgendaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda",
        abstract: "The paper for the meeting on a period's figures.",
        discussion: """
            By service: questions that are not closed with their threads, the largest moves
            within a year, and figures that rules find unlikely with what both sides said.
            The text is Markdown. Confidential values are left out.

            Example:
              yardstick agenda 2026-Q3 --html ../agenda.html
            """)

    @Argument(help: "A period, such as 2026-Q3.")
    var period: String

    @Option(help: "How many of each service's largest moves are told.")
    var moves = 5

    @OptionGroup var page: PageOptions
    @OptionGroup var warehouse: WarehouseOptions

    func validate() throws {
        if moves < 0 { throw ValidationError("--moves is below 0.") }
    }

    func run() throws {
        let period = try PeriodArgument.parse(period)
        let folder = try warehouse.folder()
        let (agenda, services) = try warehouse.ask(folder) { session in
            (
                try session.warehouse.agenda(
                    of: period, standard: folder.standard, moves: moves),
                try session.warehouse.serviceStatus(of: period, registry: folder.registry)
            )
        }
        let paper = AgendaPaper(
            agenda: agenda, services: services, period: period, day: page.on?.day ?? Clock.today(),
            folder: folder)
        try page.write { Report.agendaPage(paper.input).bytes }
        if warehouse.isJSON {
            try Console.json(AgendaDocument(paper))
        } else {
            Console.line(Report.agendaText(paper.input))
        }
    }
}

/// An agenda with the names of what it speaks of.
struct AgendaPaper {
    let agenda: Agenda
    let services: [ServiceStatus]
    let period: Period
    let day: CalendarDay
    let folder: ConsortiumFolder

    /// What the page and the text say.
    var input: AgendaInput {
        AgendaInput(
            consortium: folder.consortium.name, period: period.text, day: day.text,
            isInvented: folder.consortium.isInvented, notes: notes,
            services: ServiceStatus.active(services).map(service))
    }

    private var notes: [String] {
        guard let cycle = folder.consortium.cycle(of: period) else { return [] }
        var notes = ["The quarter is in the stage \(cycle.stage(on: day).rawValue)."]
        if let next = cycle.next(on: day) {
            notes.append(
                "Next: \(next.step.rawValue.replacing("_", with: " ")) on \(next.day.text).")
        }
        return notes
    }

    private func service(_ id: String?) -> AgendaInput.Service {
        AgendaInput.Service(
            title: id.map { folder.standard.service($0)?.title ?? $0 } ?? "Of no service",
            states: states(id),
            queries: agenda.queries.filter { $0.service == id }.compactMap(query),
            moves: agenda.moves.filter { self.id(of: $0.name) == id }.compactMap(move),
            flagged: flagged(id))
    }

    func id(of name: FigureName) -> String? { folder.standard.measure(name.measure)?.service }

    private func states(_ id: String?) -> String {
        ServiceStatus.State.allCases.compactMap { state in
            let count = services.count { $0.service == id && $0.state == state }
            return count == 0
                ? nil : "\(count) \(state.rawValue.replacing("_", with: " "))"
        }.joined(separator: ", ")
    }

    /// Nil for a measure that the standard no longer has.
    private func figure(_ name: FigureName) -> AgendaInput.Figure? {
        let standard = folder.standard
        guard let measure = standard.measure(name.measure), let unit = standard.unit(measure.unit)
        else { return nil }
        let directory = folder.consortium.directory
        let group = standard.breakdowns.flatMap(\.values).first { $0.id == name.breakdown }
        return AgendaInput.Figure(
            city: directory.index(of: name.city).map { directory.cities[$0].name } ?? name.city,
            measure: measure.title,
            group: name.breakdown == "total" ? nil : group?.title ?? name.breakdown, unit: unit)
    }

    private func query(_ query: FigureQuery) -> AgendaInput.Query? {
        let name = FigureName(
            city: query.city, measure: query.measure, breakdown: query.breakdown)
        return figure(name).map { figure in
            AgendaInput.Query(
                number: query.number, figure: figure,
                waitsFor: "the \((query.waitsFor ?? .city).rawValue)",
                asked: query.entries.first?.value, now: query.value,
                thread: query.entries.map(Self.said) + explanations(name, value: query.value))
        }
    }

    private func move(_ moved: MovedFigure) -> AgendaInput.Move? {
        figure(moved.name).map { figure in
            AgendaInput.Move(
                figure: figure, before: moved.move.before, now: moved.move.now,
                share: moved.move.share, said: said(moved.name, value: moved.move.now))
        }
    }

    /// Figures by their name and value, with all that rules noticed.
    private func flagged(_ id: String?) -> [AgendaInput.Flagged] {
        var flagged: [AgendaInput.Flagged] = []
        var rest = agenda.flagged.filter { self.id(of: $0.name) == id }[...]
        while let first = rest.first {
            let same = rest.prefix { ($0.name, $0.value) == (first.name, first.value) }
            rest = rest.dropFirst(same.count)
            guard let figure = figure(first.name) else { continue }
            flagged.append(
                AgendaInput.Flagged(
                    figure: figure, value: first.value,
                    isRejected: same.contains(where: \.isRejected),
                    reasons: same.map(Self.reason),
                    said: said(first.name, value: first.value)))
        }
        return flagged
    }

    private static func reason(_ flagged: FlaggedFigure) -> String {
        let problem = "The figure \(flagged.problem)"
        return flagged.expected.map { "\(problem); expected \($0)." } ?? problem + "."
    }

    /// What both sides said about a figure: on questions, and in explanations.
    func said(_ name: FigureName, value: Double) -> [AgendaInput.Said] {
        let threads = agenda.queries.filter {
            ($0.city, $0.measure, $0.breakdown) == (name.city, name.measure, name.breakdown)
        }
        return threads.flatMap { $0.entries.map(Self.said) } + explanations(name, value: value)
    }

    private func explanations(_ name: FigureName, value: Double?) -> [AgendaInput.Said] {
        agenda.explanations.filter { $0.name == name && $0.value == value }.map {
            AgendaInput.Said(
                who: "\($0.author) (explanation\($0.isPublic ? "" : ", not for publication"))",
                text: $0.text)
        }
    }

    private static func said(_ entry: FigureQuery.Entry) -> AgendaInput.Said {
        AgendaInput.Said(
            who: "\(entry.author) (\(entry.side.rawValue), \(entry.writtenAt.prefix(10)))",
            text: entry.message)
    }
}
