import Glibc

/// The formats that are told by content, whatever a file is called.
enum FileFormat: Sendable, Equatable {
    case text
    /// An Excel workbook (.xlsx, .xlsm): a zip archive of XML.
    case workbook
    case json
    /// A zip archive of files.
    case archive
    case foreign(name: String, remedy: String)

    /// The type of a file that is read; nil for others.
    var type: TableType? {
        switch self {
        case .text: .csv
        case .workbook: .xlsx
        case .json: .json
        case .archive, .foreign: nil
        }
    }

    /// Tells the format from the first bytes of a file.
    static func detect(_ bytes: UnsafeRawBufferPointer) -> FileFormat {
        if starts(bytes, [0x50, 0x4B, 0x03, 0x04]) { return archive(bytes) }
        // The directory of an archive without any file.
        if starts(bytes, [0x50, 0x4B, 0x05, 0x06]) { return .archive }
        if starts(bytes, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return compound(bytes)
        }
        for signature in signatures where starts(bytes, signature.bytes) {
            return .foreign(name: signature.name, remedy: signature.remedy)
        }
        return markup(bytes)
    }

    private struct Signature {
        let bytes: [UInt8]
        let name: String
        let remedy: String
    }

    static let removePassword =
        "In Excel choose File, Info, Protect Workbook, Encrypt with Password, clear the "
        + "password and save it again"
    private static let saveAsWorkbook =
        "In Excel choose File, Save As, \"Excel Workbook (.xlsx)\", or "
        + "\"CSV UTF-8 (Comma delimited)\""
    private static let saveAsCSV =
        "Open it in the program it comes from and save it as CSV (UTF-8)"
    private static let unpack = "Unpack it and send the files in it"

    private static let signatures = [
        Signature(
            bytes: [0xFF, 0xFE, 0x00, 0x00], name: "a text in UTF-32",
            remedy: "Save it as CSV (UTF-8)"),
        Signature(
            bytes: [0x00, 0x00, 0xFE, 0xFF], name: "a text in UTF-32",
            remedy: "Save it as CSV (UTF-8)"),
        Signature(bytes: Array("%PDF".utf8), name: "a PDF", remedy: saveAsCSV),
        Signature(bytes: [0x1F, 0x8B], name: "a gzip file", remedy: unpack),
        Signature(bytes: [0x28, 0xB5, 0x2F, 0xFD], name: "a zstd file", remedy: unpack),
        Signature(bytes: [0x37, 0x7A, 0xBC, 0xAF], name: "a 7z archive", remedy: unpack),
        Signature(bytes: Array("Rar!".utf8), name: "a RAR archive", remedy: unpack),
        Signature(bytes: [0x89, 0x50, 0x4E, 0x47], name: "a PNG picture", remedy: saveAsCSV),
        Signature(bytes: [0xFF, 0xD8, 0xFF], name: "a JPEG picture", remedy: saveAsCSV),
        Signature(bytes: Array("{\\rtf".utf8), name: "an RTF text", remedy: saveAsCSV),
        Signature(bytes: Array("PAR1".utf8), name: "a Parquet file", remedy: saveAsCSV),
        Signature(
            bytes: Array("SQLite format 3".utf8), name: "an SQLite database",
            remedy: "Export the table as CSV (UTF-8)"),
        Signature(
            bytes: [0x7F, 0x45, 0x4C, 0x46], name: "a program",
            remedy: "Send the table as CSV (UTF-8)"),
    ]

    /// Tells zip archives apart by the names of their parts, which stand in the
    /// directory at the end and, part by part, before each.
    private static func archive(_ bytes: UnsafeRawBufferPointer) -> FileFormat {
        let ends = [bytes.prefix(4_096), bytes.suffix(1 << 16)]
        let has = { (word: StaticString) in
            let word = UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
            return ends.contains { holds(UnsafeRawBufferPointer(rebasing: $0), word) }
        }
        if has("opendocument.spreadsheet") {
            return .foreign(
                name: "an OpenDocument spreadsheet (.ods)",
                remedy: "In LibreOffice choose File, Save As, \"Excel 2007-365 (.xlsx)\"")
        }
        if has("xl/workbook.bin") {
            return .foreign(name: "a binary Excel workbook (.xlsb)", remedy: saveAsWorkbook)
        }
        if has("xl/") { return .workbook }
        if has("word/document") {
            return .foreign(name: "a Word document (.docx)", remedy: saveAsCSV)
        }
        if has("ppt/presentation") {
            return .foreign(name: "a PowerPoint presentation (.pptx)", remedy: saveAsCSV)
        }
        if has("[Content_Types].xml") { return .workbook }
        return .archive
    }

    /// Old Excel files and encrypted new ones are both compound files; the
    /// directory of the latter names their content in UTF-16.
    private static func compound(_ bytes: UnsafeRawBufferPointer) -> FileFormat {
        let marker = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let isEncrypted = marker.withUnsafeBytes { holds(bytes, $0) }
        if isEncrypted {
            return .foreign(
                name: "a workbook that is protected by a password", remedy: removePassword)
        }
        return .foreign(name: "an old Excel workbook (.xls)", remedy: saveAsWorkbook)
    }

    private static func holds(
        _ bytes: UnsafeRawBufferPointer, _ word: UnsafeRawBufferPointer
    ) -> Bool {
        guard let base = bytes.baseAddress, let start = word.baseAddress, let first = word.first
        else { return false }
        var at = 0
        while at + word.count <= bytes.count,
            let found = memchr(base + at, Int32(first), bytes.count - word.count - at + 1)
        {
            if memcmp(found, start, word.count) == 0 { return true }
            at = base.distance(to: found) + 1
        }
        return false
    }

    private static func markup(_ bytes: UnsafeRawBufferPointer) -> FileFormat {
        let head = String(decoding: bytes.prefix(256), as: UTF8.self)
            .drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
        if head.hasPrefix("<!doctype html") || head.hasPrefix("<html")
            || head.hasPrefix("<table")
        {
            return .foreign(name: "a web page", remedy: saveAsCSV)
        }
        if head.hasPrefix("<?xml") { return .foreign(name: "XML", remedy: saveAsCSV) }
        return isJSON(head) ? .json : .text
    }

    /// Whether a text begins as a list or object of JSON does.
    private static func isJSON(_ head: String) -> Bool {
        guard let first = head.first, first == "{" || first == "[" else { return false }
        let second = head.dropFirst().first { !$0.isWhitespace }
        return first == "{" ? second == "\"" || second == "}" : second == "{" || second == "]"
    }

    private static func starts(_ bytes: UnsafeRawBufferPointer, _ signature: [UInt8]) -> Bool {
        bytes.count >= signature.count && bytes.prefix(signature.count).elementsEqual(signature)
    }
}

extension TableType {
    /// The type with its article, for messages.
    var words: String {
        switch self {
        case .csv: "a text table (CSV)"
        case .xlsx: "an Excel workbook (.xlsx)"
        case .json: "JSON"
        }
    }
}
