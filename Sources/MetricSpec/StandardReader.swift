/// Reads a metric standard from the texts of its YAML files.
public enum StandardReader {
    /// Reads a standard; throws every fault found, with file, line and key.
    ///
    /// - Parameter files: names relative to the standard's folder, such as
    ///   `finance/measures.yaml`, with their texts. Files in `schemas/` and
    ///   files that do not end in `.yaml` are passed over.
    public static func read(_ files: [(name: String, text: String)]) throws(SpecError) -> Standard {
        let log = IssueLog()
        var draft = StandardDraft()
        for (name, text) in files.sorted(by: { $0.name < $1.name })
        where name.hasSuffix(".yaml") && !name.hasPrefix("schemas/") {
            guard let value = YAMLValue.parse(text, file: name, log: log) else { continue }
            read(value, named: name, into: &draft)
        }
        if !files.contains(where: { $0.name == "standard.yaml" }) { reportNoHeader(log) }
        // What a list lacks because it could not be read is no second fault.
        let lists = ["units.yaml", "services.yaml", "breakdowns.yaml", "prices.yaml"]
        StandardLint(draft).check(
            areListsRead: !log.issues.contains {
                lists.contains($0.file) || $0.file.hasSuffix("/measures.yaml")
            })
        try log.throwIfAny()
        return Standard(draft, advice: log.advice)
    }

    private static func read(
        _ value: YAMLValue, named name: String, into draft: inout StandardDraft
    ) {
        let parts = name.split(separator: "/").map(String.init)
        switch (parts.count, parts.last) {
        case (1, "standard.yaml"): readHeader(value, into: &draft)
        case (1, "units.yaml"): ListReader.readUnits(value, into: &draft)
        case (1, "services.yaml"): ListReader.readServices(value, into: &draft)
        case (1, "breakdowns.yaml"): ListReader.readBreakdowns(value, into: &draft)
        case (1, "prices.yaml"): ListReader.readPrices(value, into: &draft)
        case (1, "recognition.yaml"): draft.recognition = RecognitionReader.read(value)
        case (2, "measures.yaml"): readMeasures(value, domain: parts[0], into: &draft)
        case (2, _) where parts[0] != "proposals":
            if let metric = MetricReader.metric(value, id: id(parts)) {
                draft.metrics.append((metric, value))
            }
        case (3, _) where parts[0] == "proposals":
            ListReader.readProposal(value, id: id(Array(parts[1...])), into: &draft)
        default:
            value.report(
                "this file has no place in a standard. Expected standard.yaml, units.yaml, "
                    + "services.yaml, breakdowns.yaml, prices.yaml, recognition.yaml, "
                    + "DOMAIN/measures.yaml, DOMAIN/METRIC.yaml or "
                    + "proposals/DOMAIN/METRIC.yaml.")
        }
    }

    private static func id(_ parts: [String]) -> String {
        parts[0] + "/" + parts[1].dropLast(".yaml".count)
    }

    static let headerKeys = ["id", "version", "title", "valid_from"]

    private static func readHeader(_ value: YAMLValue, into draft: inout StandardDraft) {
        guard let table = value.table(allowed: headerKeys) else { return }
        draft.id = table.string("id")
        draft.version = table.string("version")
        draft.title = table.string("title")
        draft.validFrom = table.optional("valid_from")?.day()
        if SemanticVersion(draft.version) == nil {
            table.optional("version")?.report(
                "version \"\(draft.version)\" is none. Expected one like 1.0.0.")
        }
    }

    private static func reportNoHeader(_ log: IssueLog) {
        log.add(
            SpecIssue(
                file: "standard.yaml", line: 0, column: 0, key: "",
                message: "the file is missing. Expected id, version and title in it."))
    }

    private static func readMeasures(
        _ value: YAMLValue, domain: String, into draft: inout StandardDraft
    ) {
        guard let list = value.table(allowed: ["measures"])?.required("measures")?.list() else {
            return
        }
        for entry in list {
            if let measure = MeasureReader.measure(entry, domain: domain) {
                draft.measures.append((measure, entry))
            }
        }
    }
}

/// What was read so far, each part with its place for later complaints.
struct StandardDraft {
    var id = ""
    var version = ""
    var title = ""
    var validFrom: CalendarDay?
    var dimensions: [BaseDimension] = []
    var units: [(value: Unit, place: YAMLValue)] = []
    var services: [(value: Service, place: YAMLValue)] = []
    var breakdowns: [(value: Breakdown, place: YAMLValue)] = []
    var series: [(value: PriceSeries, place: YAMLValue)] = []
    var recognition: (value: Recognition, place: YAMLValue)?
    var measures: [(value: Measure, place: YAMLValue)] = []
    var metrics: [(value: Metric, place: YAMLValue)] = []
    var proposals: [(value: Proposal, place: YAMLValue)] = []
}
