extension StandardDiff {
    /// What any part of a standard is compared by.
    struct Part {
        let id: String
        let title: String
        let fields: [DefinitionField]
        var changes: [DefinitionChange] = []
        var supersedes: String?
        /// Measures and metrics it is made of.
        var operands: [String] = []
        /// Whether its figures form series that may break.
        var isSeries = false

        init(_ measure: Measure) {
            (id, title, fields) = (measure.id, measure.title, measure.fields)
            (changes, supersedes) = (measure.changes, measure.supersedes)
            isSeries = true
        }

        init(_ metric: Metric) {
            (id, title, fields) = (metric.id, metric.title, metric.fields)
            (changes, supersedes) = (metric.notes.changes, metric.notes.supersedes)
            operands = metric.formula.measures
            isSeries = true
        }

        init(_ service: Service) {
            id = service.id
            title = service.title
            fields = [
                DefinitionField("title", service.title),
                DefinitionField("definition", service.definition),
                DefinitionField("population", service.population.rawValue),
            ]
        }

        init(_ unit: Unit) {
            id = unit.id
            title = unit.label
            fields = [
                DefinitionField("label", unit.label),
                DefinitionField("dimension", unit.dimension.description),
                DefinitionField("factor", StandardLint.plain(unit.factor)),
                DefinitionField("prefix", unit.prefix),
            ]
        }

        init(_ breakdown: Breakdown) {
            id = breakdown.id
            title = breakdown.title
            let codes = breakdown.crosswalks.sorted { $0.key < $1.key }.map { name, codes in
                "\(name): "
                    + codes.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
                    .joined(separator: ", ")
            }
            fields = [
                DefinitionField("title", breakdown.title),
                DefinitionField("definition", breakdown.definition),
                DefinitionField("values", breakdown.values.map { "\($0.id): \($0.title)" }),
                DefinitionField("reference", breakdown.reference),
                DefinitionField("crosswalks", codes),
            ]
        }

        func fieldChanges(from old: Part) -> [FieldChange] {
            zip(old.fields, fields).filter { $0.text != $1.text }.map {
                FieldChange(name: $0.name, old: $0.text, new: $1.text)
            }
        }

        func isSubstanceChanged(from old: Part) -> Bool {
            zip(old.fields, fields).contains { $0.isSubstance && $0.text != $1.text }
        }

        /// What the newer version says of itself since the older one.
        func declaration(since: SemanticVersion?, besides old: Part) -> DefinitionChange? {
            changes.last { change in
                if old.changes.contains(change) { return false }
                guard let version = SemanticVersion(change.version), let since else { return true }
                return version > since
            }
        }
    }
}

extension StandardDiff.Section {
    init(
        kind: String, old: [StandardDiff.Part], new: [StandardDiff.Part],
        since: SemanticVersion?, broken: [StandardDiff.Change] = []
    ) {
        self.kind = kind
        let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        let after = Set(new.map(\.id))
        let successors = Dictionary(
            new.compactMap { part in part.supersedes.map { ($0, part.id) } },
            uniquingKeysWith: { one, _ in one })
        added = new.filter { before[$0.id] == nil }
            .map { .init(id: $0.id, title: $0.title, counterpart: $0.supersedes) }
        removed = old.filter { !after.contains($0.id) }
            .map { .init(id: $0.id, title: $0.title, counterpart: successors[$0.id]) }
        changed = new.compactMap { part in
            before[part.id].flatMap {
                Self.change(from: $0, to: part, since: since, broken: broken)
            }
        }
    }

    private static func change(
        from old: StandardDiff.Part, to new: StandardDiff.Part, since: SemanticVersion?,
        broken: [StandardDiff.Change]
    ) -> StandardDiff.Change? {
        let fields = new.fieldChanges(from: old)
        var verdict: StandardDiff.Verdict?
        if let declaration = new.declaration(since: since, besides: old) {
            verdict = .declared(declaration)
        } else if let measure = broken.first(where: { new.operands.contains($0.id) }),
            case .declared(let change)? = measure.verdict
        {
            verdict = .through(measure: measure.id, change)
        } else if new.isSeries, !fields.isEmpty {
            verdict = new.isSubstanceChanged(from: old) ? .undeclared : .unaffected
        }
        if fields.isEmpty && verdict == nil { return nil }
        return StandardDiff.Change(
            id: new.id, title: new.title, fields: fields, verdict: verdict)
    }
}
