import Tabular

/// The files of a zip archive or folder, by shape: those with the same columns
/// belong together.
struct FileShapes {
    /// The names of files with the same columns, in the order of the archive.
    private(set) var shapes: [[String]] = []
    /// The files that are no tables, and why.
    private(set) var others: [(name: String, problem: String)] = []

    /// Looks at the header of each file; no shape where it is no archive.
    init(_ file: SourceFile, format: TableFormat) throws(TableError) {
        var places: [[String]: Int] = [:]
        for part in try TablePart.all(of: file, format: format) {
            guard let member = part.member else { return }
            do {
                let reader = try part.open()
                if reader.header.count < 2, try reader.next() == nil {
                    others.append((member, "it holds no more than one line of text"))
                    continue
                }
                let columns = reader.header.map { CellText.folded($0) }.sorted()
                let key = [reader.workbook == nil ? "" : "workbook"] + columns
                if let place = places[key] {
                    shapes[place].append(member)
                } else {
                    places[key] = shapes.count
                    shapes.append([member])
                }
            } catch {
                others.append((member, error.problem))
            }
        }
    }

    /// All names.
    var names: [String] { shapes.flatMap { $0 } + others.map(\.name) }
}

/// Files of an archive or folder that one mapping reads.
struct FilesTogether: Sendable {
    /// Their names.
    let names: [String]
    /// Patterns that take them, and no other file beside them.
    let patterns: [String]
    /// Whether they are one submission: no file of another shape is beside
    /// them, and a mapping can take them together.
    let isWhole: Bool
    /// What is said of them and of the others, above the mapping.
    let notes: [String]

    init(_ names: [String], of shapes: FileShapes, in container: String) {
        self.names = names
        let isOnlyShape = names.count + shapes.others.count == shapes.names.count
        isWhole = isOnlyShape && Self.mayBeOne(container)
        patterns = Self.patterns(names, besides: shapes.names.filter { !names.contains($0) })
        var notes: [String] = []
        if names.count > 1 {
            notes.append(
                "These belong together, they have the same columns: \(Self.list(names)).")
        }
        if !isOnlyShape {
            notes.append(
                "Beside them lie files of another shape, each of which needs a mapping of its own"
                    + (container.lowercased().hasSuffix(".zip")
                        ? ". One mapping reads an archive: unpack this one into a folder." : "."))
        }
        for other in shapes.others {
            notes.append("Left out: \(other.name), since \(other.problem).")
        }
        self.notes = notes
    }

    /// Whether a folder may be a submission: below submissions/ it must lie in
    /// that of a sender.
    private static func mayBeOne(_ container: String) -> Bool {
        container.hasPrefix("/") || container.lowercased().hasSuffix(".zip")
            || container.split(separator: "/").count > 2
    }

    /// What the draft is called after.
    var title: String? { isWhole ? nil : names.first }

    /// The key that names them in `format:`; nothing where each is a
    /// submission of its own.
    var key: [(key: String, value: String)] {
        isWhole ? [("member", Self.yaml(patterns))] : []
    }

    /// The pattern or patterns as YAML.
    static func yaml(_ patterns: [String]) -> String {
        let scalars = patterns.map(YAMLText.scalar)
        return scalars.count == 1 ? scalars[0] : "[\(scalars.joined(separator: ", "))]"
    }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(12).joined(separator: ", ")
        return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
    }

    // MARK: Patterns

    /// The plainest patterns that take all names and no other one.
    private static func patterns(_ names: [String], besides others: [String]) -> [String] {
        let endings = Set(names.map { PathGuess.stem($0) == $0 ? "" : ending($0) })
        var tries = [endings.sorted().map { "*" + $0 }]
        tries.append([common(names)])
        tries.append(names.map(withoutPeriod).uniqued())
        return tries.first { patterns in
            guard patterns.count <= 3, let choice = NameChoice(files: patterns) else {
                return false
            }
            return names.allSatisfy { choice.takes($0) } && !others.contains { choice.takes($0) }
        } ?? names
    }

    private static func ending(_ name: String) -> String {
        name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    }

    /// What the names begin and end with, up to a mark between words, and a
    /// star between.
    private static func common(_ names: [String]) -> String {
        let lasts = names.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        guard names.count > 1, let first = lasts.first else { return withoutPeriod(names[0]) }
        let front = lasts.reduce(first[...]) { front, name in
            front.prefix(zip(front, name).prefix { $0 == $1 }.count)
        }
        let back = lasts.reduce(first[...]) { back, name in
            back.suffix(zip(back.reversed(), name.reversed()).prefix { $0 == $1 }.count)
        }
        func isMark(_ character: Character) -> Bool { !character.isLetter && !character.isNumber }
        let start = front.lastIndex(where: isMark).map { front[...$0] } ?? ""
        let end = back.firstIndex(where: isMark).map { back[$0...] } ?? ""
        return start + "*" + end
    }

    /// A name with a star where a period stands.
    private static func withoutPeriod(_ name: String) -> String {
        guard let span = PeriodSpan.first(in: name) else { return name }
        return name.replacing(name[span], with: "*")
    }
}
