import MetricSpec
import Tabular

/// The `format:` key: how the file is written.
extension MappingParts {
    private static let keys = [
        "type", "encoding", "delimiter", "sheet", "member", "table", "header_row", "header_rows",
        "ends", "total_rows", "rows", "decimal", "thousands", "grouping", "negative",
    ]

    func format(_ value: YAMLValue?) -> (TableFormat, NumberMarks) {
        var format = TableFormat()
        var marks = NumberMarks()
        guard let value, let table = value.table(allowed: Self.keys) else { return (format, marks) }
        format.type = table.optional("type").flatMap { word($0, TableType.self) }
        if let value = table.optional("sheet") { sheets(value, &format) }
        format.members = table.optional("member").flatMap(members)
        checkType(format, table)
        format.encoding = table.optional("encoding").flatMap(encoding)
        format.delimiter = table.optional("delimiter").flatMap { mark($0, isDelimiter: true) }
        place(&format, table)
        format.records = table.optional("rows").flatMap(records)
        if let decimal = table.optional("decimal").flatMap({ mark($0) }) {
            marks.decimal = decimal
            marks.isDecimalGiven = true
        }
        marks.thousands = table.optional("thousands").flatMap { mark($0) }
        marks.isThousandsGiven = table.optional("thousands") != nil
        if let negative = table.optional("negative").flatMap({
            word($0, NumberReader.Negative.self)
        }) {
            (marks.negative, marks.isNegativeGiven) = (negative, true)
        }
        if let grouping = table.optional("grouping").flatMap({
            word($0, NumberReader.Grouping.self)
        }) {
            (marks.grouping, marks.isGroupingGiven) = (grouping, true)
        }
        if marks.thousands == marks.decimal {
            value.report("decimal and thousands are the same mark. Expected two marks.")
        }
        return (format, marks)
    }

    /// One of the words of a list; nil, with a fault, for others.
    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ value: YAMLValue, _ type: Word.Type
    ) -> Word? {
        guard let text = value.string() else { return nil }
        if let word = Word(rawValue: text) { return word }
        Self.reportWord(value, text, allowed: Word.allCases.map(\.rawValue))
        return nil
    }

    /// One sheet, or patterns for the names of several.
    private func sheets(_ value: YAMLValue, _ format: inout TableFormat) {
        let text = value.isList || value.isTable ? nil : value.string()
        let isPattern = text?.contains { $0 == "*" || $0 == "?" } ?? false
        guard value.isList || isPattern else {
            format.sheet = sheet(value)
            return
        }
        format.sheets = NameChoice(sheets: value.strings())
        if format.sheets == nil { reportNothingTaken(value) }
    }

    private func members(_ value: YAMLValue) -> NameChoice? {
        let choice = NameChoice(files: value.strings())
        if choice == nil { reportNothingTaken(value) }
        return choice
    }

    private func reportNothingTaken(_ value: YAMLValue) {
        value.report(
            "says only what is left out. Expected at least one name or pattern without \"!\".")
    }

    /// A sheet by its name, or by its place among the tabs.
    private func sheet(_ value: YAMLValue) -> SheetChoice? {
        guard let text = value.string() else { return nil }
        guard let position = Int(text), position < 1_000 else { return .name(text) }
        if position >= 1 { return .position(position) }
        value.report("\(text) is no sheet. Expected a name, or a place counted from 1.")
        return nil
    }

    /// Where the records of JSON lie.
    private func records(_ value: YAMLValue) -> RecordPath? {
        guard let text = value.string() else { return nil }
        if let path = RecordPath(text) { return path }
        value.report(
            "\"\(text)\" is no path. Expected names with points between them, such as "
                + "data.records or features[].properties.")
        return nil
    }

    /// What is said of a text means nothing in a workbook, and the reverse.
    private func checkType(_ format: TableFormat, _ table: YAMLTable) {
        guard let type = format.type else { return }
        let foreign =
            switch type {
            case .csv: ["sheet", "rows"]
            case .xlsx: ["encoding", "delimiter", "rows"]
            case .json: ["encoding", "delimiter", "sheet", "header_row"]
            }
        for key in foreign {
            table.optional(key)?.report(
                "\(key) means nothing in a file of type \(type.rawValue). Take one of them out.")
        }
    }

    private static let encodings = [
        "utf-8", "utf-16", "windows-1252", "latin-1", "iso-8859-1", "iso-8859-15", "cp437",
        "cp850", "macintosh",
    ]

    private func encoding(_ value: YAMLValue) -> String? {
        guard let text = value.string() else { return nil }
        let name = text.lowercased()
        guard Self.encodings.contains(name) else {
            Self.reportWord(value, text, allowed: Self.encodings)
            return nil
        }
        return name == "latin-1" ? "iso-8859-1" : name
    }

    /// A mark of one byte; `space`, `apostrophe`, `tab` and the like by name.
    private func mark(_ value: YAMLValue, isDelimiter: Bool = false) -> UInt8? {
        guard let text = value.string() else { return nil }
        let names: [String: String] = [
            "tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|",
            "space": " ", "apostrophe": "'", "point": ".", "none": "",
        ]
        let mark = names[text.lowercased()] ?? text
        if mark.isEmpty { return nil }
        guard mark.utf8.count == 1, let byte = mark.utf8.first, isAllowed(byte, isDelimiter) else {
            value.report(
                "\"\(text)\" is no mark. Expected one character such as "
                    + (isDelimiter ? "\",\", \";\", \"|\" or tab." : "\",\", \".\" or space."))
            return nil
        }
        return byte
    }

    private func isAllowed(_ byte: UInt8, _ isDelimiter: Bool) -> Bool {
        let isWord =
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "\"")
            || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
        let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        let isControl = byte < 0x20 && byte != UInt8(ascii: "\t")
        return !isWord && !isControl && (isDelimiter || !isSign)
    }
}
