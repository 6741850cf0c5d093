import ArgumentParser
import Consortium
import MetricSpec
import Warehouse

/// `yardstick certify CITY PERIOD --by NAME --office OFFICE`.
struct CertifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certify",
        abstract: "Note who answers for a city's figures of a period, service by service.",
        discussion: """
            What is certified are the values that are current now, by their digest. A
            later value, or one withdrawn, breaks the certification of its own service
            and of no other; when the certified values are current again, it holds again.
            A service with a question that waits for the city is left out. Where
            contacts.csv names certifiers of the city, one of them certifies.

            Example:
              yardstick certify harbour-point 2026-Q3 --by "Yann Morrow" --office "Director of finance"
            """)

    @Argument(help: "The id, name or alias of a city.")
    var city: String

    @Argument(help: "A period, such as 2026-Q3.")
    var period: String

    @Option(
        parsing: .upToNextOption,
        help: "Services, by their ids (else all of which there is anything).")
    var service: [String] = []

    @Option(help: "Who certifies.")
    var by: String

    @Option(help: "The office in which he answers for the figures.")
    var office: String

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        if by.allSatisfy(\.isWhitespace) || office.allSatisfy(\.isWhitespace) {
            throw ValidationError("--by or --office is blank. Say who certifies, in what office.")
        }
    }

    func run() throws {
        let period = try PeriodArgument.parse(period)
        let folder = try ConsortiumFolder.open(place)
        let city = try folder.city(city)
        for service in service { try folder.checkService(service) }
        if let objection = folder.consortium.objection(toCertifier: by, of: city.id) {
            throw CommandError(objection)
        }
        let request = CertificationRequest(
            city: city.id, period: period, services: service, certifier: by, office: office)
        let (changes, services) = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            let sync = try session.warehouse.bringIn(folder.registry)
            if output.format == .text { Loader.show(sync.changes) }
            return (sync.changes, try session.warehouse.certify(request, at: Clock.now()))
        }
        if output.format == .json {
            try Console.json(
                CertificationDocument(request, services, broughtIn: changes))
        } else {
            show(services, city: city, period: period)
        }
        if services.contains(where: { $0.digest == nil }) { try Outcome.rejections.finish() }
    }

    private func show(_ services: [CertifiedService], city: City, period: Period) {
        for service in services {
            let name = service.service ?? "measures of no service"
            switch service.outcome {
            case .certified:
                Console.line(
                    "\(name): \(TextTable.counted(service.values, "value")) certified, digest "
                        + "\((service.digest ?? "").prefix(12)).")
            case .known: Console.line("\(name): certified already; nothing changed.")
            case .nothing:
                Console.line("\(name): nothing of \(city.name) is there for \(period.text).")
            case .queried:
                Console.line(
                    "\(name): not certified. Question "
                        + service.queries.map(String.init).joined(separator: ", ")
                        + " waits for the city: `yardstick query answer NUMBER`.")
            }
        }
        if services.isEmpty {
            Console.line("Nothing of \(city.name) is there for \(period.text).")
        }
    }
}

extension ConsortiumFolder {
    /// Throws where the standard has no such service.
    func checkService(_ id: String) throws {
        guard standard.service(id) == nil else { return }
        throw CommandError(
            "the standard has no service \"\(id)\". There are: "
                + standard.services.map(\.id).joined(separator: ", ") + ".")
    }
}

/// A certification as JSON.
private struct CertificationDocument: Encodable {
    let schema = "yardstick/certify/1"
    let broughtIn: [String]
    let city: String
    let period: String
    let by: String
    let office: String
    let services: [CertifiedLine]

    init(
        _ request: CertificationRequest, _ services: [CertifiedService], broughtIn: [String]
    ) {
        self.broughtIn = broughtIn
        city = request.city
        period = request.period.text
        by = request.certifier
        office = request.office
        self.services = services.map { CertifiedLine($0) }
    }
}

private struct CertifiedLine: Encodable {
    let service: String?
    let outcome: String
    let values: Int
    let digest: String?
    let queries: [Int]

    init(_ service: CertifiedService) {
        self.service = service.service
        outcome = service.outcome.rawValue
        values = service.values
        digest = service.digest
        queries = service.queries
    }
}
