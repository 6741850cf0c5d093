import Tabular

/// The keys that every layout has: title, files, format, city, period,
/// qualifiers, marks of missing values.
struct DraftHead {
    let table: DraftTable
    let layout: LayoutGuess

    /// Writes them.
    ///
    /// - Parameters:
    ///   - figures: the columns whose cells are figures.
    ///   - ownPeriod: where the layout itself says the period.
    func write(
        to text: inout DraftText, figures: [ColumnProfile],
        ownPeriod: PlaceGuess.Place?
    ) {
        intro(&text)
        text.plain("title: \(YAMLText.scalar(title))")
        text.key("files", table.files, reason: "further files of the kind")
        if !format.isEmpty { text.plain("format: \(YAMLText.table(format))") }
        text.key("layout", layout.layout.rawValue, reason: layout.reason)
        place("city", table.places.city, &text)
        place("period", ownPeriod ?? table.places.period, &text)
        table.blocks.write(to: &text)
        guard layout.layout == .long || layout.layout == .wide else { return }
        for qualifier in table.qualifiers.qualifiers {
            if let question = qualifier.question { text.question(question) }
            text.key(qualifier.key, qualifier.value, reason: qualifier.reason)
        }
        missing(&text, figures)
    }

    private func intro(_ text: inout DraftText) {
        let rows = table.sample.rows == 1 ? "1 row" : "\(table.sample.rows) rows"
        let columns =
            table.profiles.count == 1 ? "1 column" : "\(table.profiles.count) columns"
        text.comment(
            "A draft, made from \(rows) and \(columns) of \(table.source). Behind each line "
                + "stands why; answer what says question:, then look at it with map test.")
        for note in table.together?.notes ?? [] { text.comment(note) }
    }

    private func place(_ key: String, _ place: PlaceGuess.Place, _ text: inout DraftText) {
        if let question = place.question { text.question(question) }
        text.key(key, place.value, reason: place.reason)
    }

    /// The file's name in words.
    private var title: String {
        let stem = PathGuess.stem(table.together?.title ?? table.sample.file)
        let words: [Substring] = stem.split { !$0.isLetter && !$0.isNumber }
            .filter { $0.contains(where: \.isLetter) && !($0.count == 2 && $0.first == "Q") }
        let text = words.joined(separator: " ")
        return text.isEmpty ? "Figures" : text.prefix(1).uppercased() + text.dropFirst()
    }

    private var format: [(key: String, value: String)] {
        var keys: [(key: String, value: String)] = []
        if case .text(let dialect) = table.sample.origin {
            keys = [("type", "csv"), ("encoding", dialect.encoding.name)]
            if dialect.delimiter != UInt8(ascii: ",") {
                keys.append(("delimiter", Self.name(dialect.delimiter)))
            }
        }
        if table.sample.headerLine > 1 {
            keys.append(("header_row", "\(table.sample.headerLine)"))
        }
        return keys + Self.keys(table.marks) + (table.together?.key ?? [])
    }

    /// What the figures say of their marks; where they leave it open, the check
    /// of a file asks.
    private static func keys(_ marks: NumberMarks) -> [(key: String, value: String)] {
        var keys: [(key: String, value: String)] = []
        if !marks.isAssumed {
            if marks.decimal != UInt8(ascii: ".") {
                keys.append(("decimal", name(marks.decimal)))
            }
            if let thousands = marks.thousands { keys.append(("thousands", name(thousands))) }
        }
        if marks.grouping != .three { keys.append(("grouping", marks.grouping.rawValue)) }
        if marks.negative != .sign { keys.append(("negative", marks.negative.rawValue)) }
        return keys
    }

    private static func name(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\t"): "tab"
        case UInt8(ascii: " "): "space"
        case UInt8(ascii: "'"): "apostrophe"
        default: "\"\(String(decoding: [byte], as: UTF8.self))\""
        }
    }

    // MARK: Missing values

    private static let suppressed: Set<String> = ["*", "c", "x", "s", "z", "..c"]

    /// Texts that stand where figures should.
    private func missing(_ text: inout DraftText, _ figures: [ColumnProfile]) {
        var marks: [String] = []
        for profile in figures {
            for other in profile.otherTexts.prefix(5)
            where !marks.contains(other) && Self.isMark(other) {
                marks.append(other)
            }
        }
        if marks.isEmpty { return }
        let shown = marks.prefix(8)
        text.question(
            "why are cells with \(PlaceGuess.list(marks)) without a figure? not_collected, "
                + "not_applicable, not_provided, withheld, suppressed, late or not_reported?")
        text.plain(
            "missing: "
                + YAMLText.table(
                    shown.map { mark in
                        let isHidden = Self.suppressed.contains(mark) || mark.hasPrefix("<")
                        return (YAMLText.scalar(mark), isHidden ? "suppressed" : "not_reported")
                    }))
    }

    /// Whether a text looks like a mark, not like a damaged number.
    private static func isMark(_ text: String) -> Bool {
        text.count <= 6 && (text.hasPrefix("<") || !text.contains(where: \.isNumber))
    }
}
