/// The number styles of a workbook's cells, by the number of their format.
struct CellStyles: Sendable {
    private var styles: [NumberStyle] = []

    /// No formats: every number is a number.
    init() {}

    /// Reads the part that lists the formats.
    init(_ part: String, of archive: Archive) throws(TableError) {
        let elements = try XMLElement.all(named: ["numFmt", "xf"], in: part, of: archive)
        var codes: [Int: NumberStyle] = [:]
        for element in elements where element.name == "numFmt" && element.parent == "numFmts" {
            guard let id = element.attributes["numFmtId"].flatMap({ Int($0) }) else { continue }
            codes[id] = NumberStyle(code: element.attributes["formatCode"] ?? "")
        }
        for element in elements where element.name == "xf" && element.parent == "cellXfs" {
            let id = element.attributes["numFmtId"].flatMap { Int($0) } ?? 0
            styles.append(codes[id] ?? NumberStyle(builtIn: id))
        }
    }

    /// The style of a format's number; a plain number where there is none.
    @inline(__always)
    subscript(_ index: Int) -> NumberStyle {
        styles.indices.contains(index) ? styles[index] : .number
    }
}
