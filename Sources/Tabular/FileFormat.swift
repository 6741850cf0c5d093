/// The formats that are told by content, whatever a file is called.
enum FileFormat: Sendable, Equatable {
    case text
    case foreign(name: String, remedy: String)

    /// Tells the format from the first bytes of a file.
    static func detect(_ bytes: UnsafeRawBufferPointer) -> FileFormat {
        if starts(bytes, [0x50, 0x4B, 0x03, 0x04]) { return archive(bytes) }
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

    private static let saveAsCSV =
        "Open it in the program it comes from and save it as CSV (UTF-8)"
    private static let unpack = "Unpack it and send the files in it"

    private static let signatures = [
        Signature(
            bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            name: "an old Excel workbook (.xls)", remedy: saveAsCSV),
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

    private static func archive(_ bytes: UnsafeRawBufferPointer) -> FileFormat {
        let head = String(decoding: bytes.prefix(4_096), as: UTF8.self)
        let workbook = "In Excel choose File, Save As, \"CSV UTF-8 (Comma delimited)\""
        if head.contains("opendocument.spreadsheet") {
            return .foreign(
                name: "an OpenDocument spreadsheet (.ods)",
                remedy: "In LibreOffice choose File, Save As, \"Text CSV\" in UTF-8")
        }
        if head.contains("[Content_Types].xml") || head.contains("xl/") {
            return .foreign(name: "an Excel workbook (.xlsx)", remedy: workbook)
        }
        return .foreign(name: "a zip archive", remedy: unpack)
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
        if head.hasPrefix("{\"") || head.hasPrefix("[{") {
            return .foreign(name: "JSON", remedy: "Save the table as CSV (UTF-8)")
        }
        return .text
    }

    private static func starts(_ bytes: UnsafeRawBufferPointer, _ signature: [UInt8]) -> Bool {
        bytes.count >= signature.count && bytes.prefix(signature.count).elementsEqual(signature)
    }
}
