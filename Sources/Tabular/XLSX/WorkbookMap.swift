/// Where the parts of a workbook lie, as its relationships say.
struct WorkbookMap {
    private(set) var sheets: [SourceWorkbook.Sheet] = []
    private(set) var is1904 = false
    /// The part with the cells' formats.
    private(set) var styles: String?
    /// The part with the list of texts.
    private(set) var strings: String?

    private struct Relationship {
        let type: String
        let target: String
    }

    init(_ archive: Archive) throws(TableError) {
        let workbook = try Self.workbookPart(archive)
        let related = try Self.relationships(of: workbook, in: archive)
        styles = related.values.first { $0.type == "styles" }?.target
        strings = related.values.first { $0.type == "sharedStrings" }?.target
        if let styles, !archive.has(styles) { self.styles = nil }
        let elements = try XMLElement.all(
            named: ["sheet", "workbookPr"], in: workbook, of: archive)
        for element in elements where element.parent == "workbook" {
            let value = element.attributes["date1904"] ?? "0"
            is1904 = ["1", "true", "on"].contains(value)
        }
        for element in elements where element.name == "sheet" && element.parent == "sheets" {
            add(element, related, archive)
        }
        guard !sheets.isEmpty else {
            throw Archive.damaged(archive.file, "the workbook lists no sheet")
        }
    }

    private mutating func add(
        _ element: XMLElement, _ related: [String: Relationship], _ archive: Archive
    ) {
        let part = element.attributes["id"].flatMap { related[$0] }
        let visibility: SourceWorkbook.Sheet.Visibility
        switch element.attributes["state"] {
        case "hidden": visibility = .hidden
        case "veryHidden": visibility = .veryHidden
        default: visibility = .visible
        }
        sheets.append(
            SourceWorkbook.Sheet(
                name: element.attributes["name"] ?? "", position: sheets.count + 1,
                visibility: visibility, hasCells: part?.type == "worksheet",
                part: part?.target ?? ""))
    }

    /// The part that lists the sheets.
    private static func workbookPart(_ archive: Archive) throws(TableError) -> String {
        var part = "xl/workbook.xml"
        if archive.has("_rels/.rels") {
            let related = try relationships(of: "", in: archive)
            part = related.values.first { $0.type == "officeDocument" }?.target ?? part
        }
        guard archive.has(part) else {
            throw Archive.damaged(archive.file, "the archive holds no workbook (\(part))")
        }
        return part
    }

    /// The relationships of a part by their ids; "" stands for the archive.
    private static func relationships(
        of part: String, in archive: Archive
    ) throws(TableError) -> [String: Relationship] {
        let slash = part.lastIndex(of: "/")
        let folder = slash.map { String(part[...$0]) } ?? ""
        let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
        let list = "\(folder)_rels/\(name).rels"
        guard archive.has(list) else { return [:] }
        var related: [String: Relationship] = [:]
        for element in try XMLElement.all(named: ["Relationship"], in: list, of: archive) {
            guard let id = element.attributes["Id"], let target = element.attributes["Target"],
                element.attributes["TargetMode"] != "External"
            else { continue }
            let type = element.attributes["Type"]?.split(separator: "/").last.map(String.init)
            related[id] = Relationship(type: type ?? "", target: path(target, in: folder))
        }
        return related
    }

    /// A target such as `/xl/a.xml`, `a.xml` or `../a.xml` as a part's name.
    private static func path(_ target: String, in folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}
