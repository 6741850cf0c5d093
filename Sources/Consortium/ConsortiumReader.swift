public import MetricSpec

/// Reads a consortium folder.
public enum ConsortiumReader {
    /// Reads all files; throws every fault found with file, line and key.
    public static func read(_ files: ConsortiumFiles) throws(SpecError) -> Consortium {
        let log = IssueLog()
        let header = header(files, log)
        if files.files["consortium.yaml"] == nil { try log.throwIfAny() }
        let inPlace = InPlaceReader(files: files)
        let registry = RegistryReader(files: files, log: log)
        var directory = CityDirectory(
            registry.cities(from: header?.citiesFrom, inPlace: inPlace))
        var attributes = registry.attributes(directory)
        if let place = header?.attributesFrom {
            attributes += inPlace.attributes(place, directory: directory, after: attributes)
        }
        directory = CityDirectory(directory.cities, formerNames: attributes)
        let provisions = registry.provisions(directory)
        let cycles = registry.cycles()
        let contacts = registry.contacts(directory)
        let prices = registry.prices()
        let verdicts = registry.verdicts(directory)
        let successions = registry.successions(directory)
        let reader = PeerGroupReader(
            files: files, inPlace: inPlace, directory: directory, log: log)
        let groups = files.paths(in: "peer-groups").compactMap { reader.group($0) }
        try log.throwIfAny()
        guard let header else { throw SpecError(log.issues) }
        return Consortium(
            id: header.id, name: header.name, standard: header.standard,
            locale: header.locale, currency: header.currency, yearStarts: header.yearStarts,
            isYearNamedByEnd: header.isYearNamedByEnd, isInvented: header.isInvented,
            minimumContributors: header.minimumContributors,
            certification: header.certification,
            burdenMinutes: header.burdenMinutes,
            directory: directory, attributes: attributes, provisions: provisions,
            cycles: cycles, contacts: contacts, prices: prices, verdicts: verdicts,
            successions: successions, peerGroups: groups, mappings: mappings(files))
    }

    private static func header(
        _ files: ConsortiumFiles, _ log: IssueLog
    ) -> ConsortiumHeader? {
        let name = "consortium.yaml"
        guard let text = files.text(name) else {
            log.add(
                SpecIssue(
                    file: name, line: 0, column: 0, key: "",
                    message: "the file is missing: this is no consortium folder. "
                        + "`yardstick init FOLDER` makes one."))
            return nil
        }
        return YAMLValue.parse(text, file: name, log: log).flatMap { ConsortiumHeader($0) }
    }

    /// Checks what only the standard can tell: services, metrics, measures,
    /// price series and practices that the folder names. Throws every fault
    /// found.
    public static func check(
        _ consortium: Consortium, against standard: Standard
    ) throws(SpecError) {
        let log = IssueLog()
        StandardAgreement(consortium: consortium, standard: standard).check(log)
        try log.throwIfAny()
    }

    private static func mappings(_ files: ConsortiumFiles) -> [Consortium.MappingFile] {
        files.paths(in: "mappings").map { path in
            Consortium.MappingFile(
                name: String(path.dropFirst("mappings/".count).dropLast(".yaml".count)),
                file: path, text: files.text(path) ?? "")
        }
    }
}
