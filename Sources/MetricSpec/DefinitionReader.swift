/// Reads what measures and metrics have in common.
enum DefinitionReader {
    static func plausibility(_ table: YAMLTable) -> Plausibility? {
        guard let value = table.optional("plausible"),
            let range = value.table(allowed: ["minimum", "maximum", "reason", "year"])
        else { return nil }
        let year = range.optional("year")?.table(allowed: ["minimum", "maximum"])
        return Plausibility(
            quarter: self.range(range), year: year.map(self.range),
            reason: range.optionalString("reason"))
    }

    private static func range(_ table: YAMLTable) -> PlausibleRange {
        let minimum = table.optional("minimum")?.double()
        let maximum = table.optional("maximum")?.double()
        if let minimum, let maximum, minimum > maximum {
            table.value.report(
                "the minimum \(StandardLint.plain(minimum)) is above the maximum "
                    + "\(StandardLint.plain(maximum)).")
        }
        return PlausibleRange(minimum: minimum, maximum: maximum)
    }

    static func changeLimit(_ table: YAMLTable) -> ChangeLimit? {
        guard let value = table.optional("change"),
            let limits = value.table(allowed: ["percent", "absolute", "reason"])
        else { return nil }
        let percent = limits.optional("percent").flatMap(positive)
        let absolute = limits.optional("absolute").flatMap(positive)
        if limits.optional("percent") == nil && limits.optional("absolute") == nil {
            value.report("no limit is given. Expected percent, absolute or both.")
        }
        return ChangeLimit(
            percent: percent, absolute: absolute, reason: limits.optionalString("reason"))
    }

    /// A number above 0.
    static func positive(_ value: YAMLValue) -> Double? {
        guard let number = value.double() else { return nil }
        if number <= 0 { value.report("\(StandardLint.plain(number)) is not above 0.") }
        return number
    }

    static func rulings(_ table: YAMLTable) -> [Ruling] {
        guard let list = table.optional("rulings")?.list() else { return [] }
        var numbers: Set<Int> = []
        return list.compactMap { entry in
            guard let ruling = entry.table(allowed: ["number", "question", "answer", "date"]),
                let number = ruling.required("number")?.integer()
            else { return nil }
            if !numbers.insert(number).inserted {
                entry.report("the number \(number) is taken. Each ruling has one of its own.")
            }
            return Ruling(
                number: number, question: ruling.string("question"),
                answer: ruling.string("answer"), date: ruling.optional("date")?.day())
        }
    }

    static func changes(_ table: YAMLTable) -> [DefinitionChange] {
        guard let list = table.optional("changes")?.list() else { return [] }
        let changes = list.compactMap(change)
        for (index, change) in changes.enumerated().dropFirst()
        where change.date <= changes[index - 1].date {
            list[index].report("\(change.date.text) is not after the change before it.")
        }
        return changes
    }

    private static func change(_ value: YAMLValue) -> DefinitionChange? {
        let keys = ["version", "date", "what", "comparable", "restated", "correction"]
        guard let table = value.table(allowed: keys),
            let date = table.required("date")?.day(),
            let isComparable = table.required("comparable")?.boolean()
        else { return nil }
        let version = table.string("version")
        if SemanticVersion(version) == nil {
            table.optional("version")?.report(
                "version \"\(version)\" is none. Expected one like 1.0.0.")
        }
        if date.parts.day != 1 {
            table.optional("date")?.report(
                "\(date.text) is no first day of a month. Periods are whole months.")
        }
        return DefinitionChange(
            version: version, date: date, what: table.string("what"),
            isComparable: isComparable,
            isRestated: table.optional("restated")?.boolean() ?? false,
            isCorrection: table.optional("correction")?.boolean() ?? false)
    }

    static func codes(_ table: YAMLTable) -> [OutsideCode] {
        guard let codes = table.optional("codes")?.table(allowed: OutsideCode.lists) else {
            return []
        }
        return codes.entries.flatMap { list, value in
            value.strings().map { OutsideCode(list: list, code: $0) }
        }
    }

    /// A duration in months, like P12M or P1Y.
    static func months(_ value: YAMLValue) -> Int? {
        guard let text = value.string() else { return nil }
        guard text.first == "P", let unit = text.last, unit == "M" || unit == "Y",
            let count = wholeNumber(text.dropFirst().dropLast()), count <= 1200
        else {
            value.report("\"\(text)\" is no duration. Expected one like P12M or P2Y.")
            return nil
        }
        return unit == "Y" ? count * 12 : count
    }
}
