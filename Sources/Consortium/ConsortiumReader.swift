public import MetricSpec

/// Reads a consortium folder.
public enum ConsortiumReader {
    /// Reads all files; throws every fault found with file, line and key.
    public static func read(_ files: ConsortiumFiles) throws(SpecError) -> Consortium {
        let log = IssueLog()
        guard let text = files.text("consortium.yaml") else {
            throw SpecError([
                SpecIssue(
                    file: "consortium.yaml", line: 0, column: 0, key: "",
                    message: "the file is missing: this is no consortium folder. "
                        + "`yardstick init FOLDER` makes one.")
            ])
        }
        let header = YAMLValue.parse(text, file: "consortium.yaml", log: log)
            .flatMap { ConsortiumHeader($0) }
        let inPlace = InPlaceReader(files: files)
        let registry = RegistryReader(files: files, log: log)
        let directory = CityDirectory(
            registry.cities(from: header?.citiesFrom, inPlace: inPlace))
        var attributes = registry.attributes(directory)
        if let place = header?.attributesFrom {
            attributes += inPlace.attributes(place, directory: directory, after: attributes)
        }
        let provisions = registry.provisions(directory)
        let cycles = registry.cycles()
        let contacts = registry.contacts(directory)
        let groups = files.paths(in: "peer-groups").compactMap { path in
            PeerGroupReader(files: files, inPlace: inPlace, directory: directory, log: log)
                .group(path)
        }
        try log.throwIfAny()
        guard let header else { throw SpecError(log.issues) }
        return Consortium(
            id: header.id, name: header.name, standard: header.standard,
            locale: header.locale, currency: header.currency, yearStarts: header.yearStarts,
            isYearNamedByEnd: header.isYearNamedByEnd, isInvented: header.isInvented,
            minimumContributors: header.minimumContributors,
            directory: directory, attributes: attributes, provisions: provisions,
            cycles: cycles, contacts: contacts, peerGroups: groups,
            mappings: mappings(files))
    }

    /// Checks what only the standard can tell: services, measures and metrics
    /// that the folder names. Throws every fault found.
    public static func check(
        _ consortium: Consortium, against standard: Standard
    ) throws(SpecError) {
        let log = IssueLog()
        for provision in consortium.provisions
        where standard.service(provision.service) == nil {
            log.add(
                issue(
                    "services.csv",
                    "the service \"\(provision.service)\" of city "
                        + "\"\(provision.city)\" is not in the standard.",
                    near: provision.service, among: standard.services.map(\.id)))
        }
        for group in consortium.peerGroups {
            check(group, against: standard, log: log)
        }
        try log.throwIfAny()
    }

    private static func check(
        _ group: PeerGroupRule, against standard: Standard, log: IssueLog
    ) {
        let file = "peer-groups/\(group.id).yaml"
        for pattern in group.metrics ?? [] {
            let rule = standard.metrics.contains { metric in
                pattern.hasSuffix("*")
                    ? metric.id.hasPrefix(pattern.dropLast()) : metric.id == pattern
            }
            if !rule {
                log.add(
                    issue(
                        file, "the metric \"\(pattern)\" is not in the standard.",
                        near: pattern, among: standard.metrics.map(\.id)))
            }
        }
        if case .measureBand(let measure, _, _) = group.membership,
            standard.measure(measure) == nil
        {
            log.add(
                issue(
                    file, "the measure \"\(measure)\" is not in the standard.",
                    near: measure, among: standard.measures.map(\.id)))
        }
    }

    private static func issue(
        _ file: String, _ message: String, near word: String, among words: [String]
    ) -> SpecIssue {
        var text = message
        if let near = Spelling.nearest(to: word, among: words) {
            text += " Did you mean \"\(near)\"?"
        }
        return SpecIssue(file: file, line: 0, column: 0, key: "", message: text)
    }

    private static func mappings(_ files: ConsortiumFiles) -> [Consortium.MappingFile] {
        files.paths(in: "mappings").map { path in
            Consortium.MappingFile(
                name: String(path.dropFirst("mappings/".count).dropLast(".yaml".count)),
                file: path, text: files.text(path) ?? "")
        }
    }
}
