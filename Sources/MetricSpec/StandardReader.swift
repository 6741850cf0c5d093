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
        StandardLint.check(draft, log: log)
        try log.throwIfAny()
        return Standard(
            id: draft.id, version: draft.version, title: draft.title, units: draft.units,
            services: draft.services, measures: draft.measures.map(\.value),
            metrics: draft.metrics.map(\.value))
    }

    private static func read(
        _ value: YAMLValue, named name: String, into draft: inout StandardDraft
    ) {
        let parts = name.split(separator: "/").map(String.init)
        switch (parts.count, parts.last) {
        case (1, "standard.yaml"): readHeader(value, into: &draft)
        case (1, "units.yaml"): readUnits(value, into: &draft)
        case (1, "services.yaml"): readServices(value, into: &draft)
        case (2, "measures.yaml"): readMeasures(value, domain: parts[0], into: &draft)
        case (2, _):
            let id = parts[0] + "/" + parts[1].dropLast(".yaml".count)
            if let metric = MetricReader.metric(value, id: id) {
                draft.metrics.append((metric, value))
            }
        default:
            value.report(
                "this file has no place in a standard. Expected standard.yaml, units.yaml, "
                    + "services.yaml, DOMAIN/measures.yaml or DOMAIN/METRIC.yaml.")
        }
    }

    private static func readHeader(_ value: YAMLValue, into draft: inout StandardDraft) {
        guard let table = value.table(allowed: ["id", "version", "title"]) else { return }
        draft.id = table.string("id")
        draft.version = table.string("version")
        draft.title = table.string("title")
        let parts = draft.version.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count != 3 || parts.contains(where: { wholeNumber($0) == nil }) {
            value.report("version \"\(draft.version)\" is none. Expected one like 1.0.0.")
        }
    }

    private static func reportNoHeader(_ log: IssueLog) {
        log.add(
            SpecIssue(
                file: "standard.yaml", line: 0, column: 0, key: "",
                message: "the file is missing. Expected id, version and title in it."))
    }

    private static func readUnits(_ value: YAMLValue, into draft: inout StandardDraft) {
        guard let units = value.table(allowed: ["units"])?.required("units")?.anyTable() else {
            return
        }
        for (id, unit) in units.entries {
            guard let table = unit.table(allowed: ["label", "dimension", "prefix"]) else {
                continue
            }
            draft.units.append(
                Unit(
                    id: id, label: table.string("label"), dimension: table.string("dimension"),
                    prefix: table.optionalString("prefix") ?? ""))
        }
    }

    private static func readServices(_ value: YAMLValue, into draft: inout StandardDraft) {
        guard let services = value.table(allowed: ["services"])?.required("services")?.anyTable()
        else { return }
        for (id, service) in services.entries {
            guard let table = service.table(allowed: ["title", "definition"]) else { continue }
            draft.services.append(
                Service(
                    id: id, title: table.string("title"),
                    definition: table.string("definition")))
        }
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
    var units: [Unit] = []
    var services: [Service] = []
    var measures: [(value: Measure, place: YAMLValue)] = []
    var metrics: [(value: Metric, place: YAMLValue)] = []
}
