import CZip
import Glibc

/// Builds the bytes of a workbook part by part.
public struct WorkbookBytes: Sendable {
    /// One sheet: its name, what stands in `<worksheet>`, its state.
    public struct Sheet: Sendable {
        /// The name on its tab.
        public var name: String
        /// What stands in `<worksheet>`.
        public var content: String
        /// `hidden`, `veryHidden`, or nothing.
        public var state: String?

        /// Makes a sheet of XML.
        public init(name: String = "Data", content: String = "", state: String? = nil) {
            self.name = name
            self.content = content
            self.state = state
        }
    }

    /// The sheets in the order of their tabs.
    public var sheets: [Sheet]
    /// What stands in the list of texts.
    public var strings: String?
    /// What stands in the list of formats.
    public var formats: String?
    /// Attributes of `workbookPr`.
    public var properties = ""
    /// Parts by name, instead of or beside those made here.
    public var parts: [String: [UInt8]] = [:]
    /// Parts that are left out.
    public var removed: Set<String> = []
    /// Whether the parts are protected by a password.
    public var isEncrypted = false

    /// A workbook with one sheet of some rows.
    public init(rows: String, strings: String? = nil, formats: String? = nil) {
        sheets = [Sheet(content: "<sheetData>\(rows)</sheetData>")]
        self.strings = strings
        self.formats = formats
    }

    /// A workbook of sheets.
    public init(sheets: [Sheet]) { self.sheets = sheets }

    /// How each part begins.
    public static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let links =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    /// The bytes of the zip archive.
    public func bytes() throws -> [UInt8] {
        var all: [(String, [UInt8])] = [
            ("[Content_Types].xml", Array("\(Self.head)<Types/>".utf8)),
            ("_rels/.rels", links([("rId1", "officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", workbook()), ("xl/_rels/workbook.xml.rels", workbookLinks()),
        ]
        for (index, sheet) in sheets.enumerated() {
            let text = "\(Self.head)<worksheet xmlns=\"\(Self.main)\">\(sheet.content)</worksheet>"
            all.append(("xl/worksheets/sheet\(index + 1).xml", Array(text.utf8)))
        }
        if let strings {
            let text = "\(Self.head)<sst xmlns=\"\(Self.main)\">\(strings)</sst>"
            all.append(("xl/sharedStrings.xml", Array(text.utf8)))
        }
        if let formats {
            let text = "\(Self.head)<styleSheet xmlns=\"\(Self.main)\">\(formats)</styleSheet>"
            all.append(("xl/styles.xml", Array(text.utf8)))
        }
        all = all.filter { !removed.contains($0.0) && parts[$0.0] == nil }
        all += parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return try Self.zip(all, isEncrypted: isEncrypted)
    }

    private func workbook() -> [UInt8] {
        let list = sheets.enumerated().map { index, sheet in
            let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
            return "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 7)\"\(state) "
                + "r:id=\"rId\(index + 1)\"/>"
        }
        return Array(
            """
            \(Self.head)<workbook xmlns="\(Self.main)" xmlns:r="\(Self.links)">\
            <workbookPr \(properties)/><sheets>\(list.joined())</sheets></workbook>
            """.utf8)
    }

    private func workbookLinks() -> [UInt8] {
        var all = sheets.indices.map { index in
            ("rId\(index + 1)", "worksheet", "worksheets/sheet\(index + 1).xml")
        }
        all.append(("rIdS", "styles", "styles.xml"))
        all.append(("rIdT", "sharedStrings", "/xl/sharedStrings.xml"))
        return links(all)
    }

    private func links(_ all: [(String, String, String)]) -> [UInt8] {
        let list = all.map {
            "<Relationship Id=\"\($0.0)\" Type=\"\(Self.links)/\($0.1)\" Target=\"\($0.2)\"/>"
        }
        let start = "\(Self.head)<Relationships xmlns=\"\(Self.package)/relationships\">"
        return Array((start + list.joined() + "</Relationships>").utf8)
    }

    /// The archive could not be written.
    public struct ZipFailed: Error {}

    /// Packs parts into an archive.
    public static func zip(
        _ parts: [(name: String, bytes: [UInt8])], isEncrypted: Bool = false
    ) throws -> [UInt8] {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw ZipFailed() }
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
            throw ZipFailed()
        }
        for part in parts {
            let copy = part.bytes.isEmpty ? nil : malloc(part.bytes.count)
            part.bytes.withUnsafeBytes { bytes in
                if let base = bytes.baseAddress {
                    copy?.copyMemory(from: base, byteCount: bytes.count)
                }
            }
            let source = zip_source_buffer(archive, copy, UInt64(part.bytes.count), 1)
            let index = zip_file_add(archive, part.name, source, UInt32(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else { throw ZipFailed() }
            if part.name == "mimetype" {
                zip_set_file_compression(archive, UInt64(index), ZIP_CM_STORE, 0)
            }
            if isEncrypted {
                let method = UInt16(ZIP_EM_TRAD_PKWARE)
                zip_file_set_encryption(archive, UInt64(index), method, "secret")
            }
        }
        guard zip_close(archive) == 0 else { throw ZipFailed() }
        return try contents(target)
    }

    private static func contents(_ source: OpaquePointer) throws -> [UInt8] {
        guard zip_source_open(source) == 0 else { throw ZipFailed() }
        defer { zip_source_close(source) }
        zip_source_seek(source, 0, 2)
        let size = Int(zip_source_tell(source))
        zip_source_seek(source, 0, 0)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = max(Int(zip_source_read(source, buffer.baseAddress, UInt64(size))), 0)
        }
    }
}
