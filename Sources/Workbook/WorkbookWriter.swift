import CXLSXWriter

/// Writes a workbook with libxlsxwriter.
///
/// The library keeps all rows until the end (about 1 KB a row of 20 cells):
/// where it lets go of them, in its mode of constant memory, it no longer
/// knows which are hidden, and notes that lie over those come out cut. The
/// file takes its name once it is complete.
struct WorkbookWriter {
    let workbook: Workbook
    let path: String
    private let file: DraftFile
    let texts = TextStore()

    init(_ workbook: Workbook, path: String) {
        self.workbook = workbook
        self.path = path
        file = DraftFile(path)
    }

    func write() throws(WorkbookError) {
        try file.check()
        guard let book = workbook_new(file.draft) else {
            throw failure("", "no memory is left.")
        }
        do {
            try fill(book)
        } catch {
            // The library frees all that it holds only by closing.
            workbook_close(book)
            file.discard()
            throw error
        }
        let code = workbook_close(book)
        guard code == LXW_NO_ERROR else {
            file.discard()
            throw failure("", code)
        }
        try file.complete()
    }

    private func fill(_ book: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookError) {
        var properties = lxw_doc_properties()
        properties.title = texts.copy(workbook.title)
        properties.subject = texts.copy(workbook.subject)
        properties.author = texts.copy(workbook.author)
        properties.created = time_t(workbook.created)
        try check(workbook_set_properties(book, &properties), "")
        var formats = FormatTable(book: book)
        for sheet in workbook.sheets {
            guard let target = workbook_add_worksheet(book, sheet.name) else {
                throw failure(
                    "sheet \"\(sheet.name)\"", "the name is not allowed, or is there twice.")
            }
            try SheetWriter(sheet: sheet, target: target, writer: self).write(&formats)
        }
    }

    func check(_ code: lxw_error, _ place: String) throws(WorkbookError) {
        if code != LXW_NO_ERROR { throw failure(place, code) }
    }

    private func failure(_ place: String, _ code: lxw_error) -> WorkbookError {
        failure(place, lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue).")
    }

    func failure(_ place: String, _ reason: String) -> WorkbookError {
        WorkbookError(path: path, place: place, reason: reason)
    }
}

/// The library's formats, one for each look that occurs.
struct FormatTable {
    let book: UnsafeMutablePointer<lxw_workbook>
    private var made: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]

    init(book: UnsafeMutablePointer<lxw_workbook>) {
        self.book = book
    }

    /// The library's format for a look; nil for the usual one.
    mutating func format(_ look: CellFormat) -> UnsafeMutablePointer<lxw_format>? {
        if look == CellFormat() { return nil }
        if let format = made[look] { return format }
        guard let format = workbook_add_format(book) else { return nil }
        Self.set(look, on: format)
        made[look] = format
        return format
    }

    private static func set(_ look: CellFormat, on format: UnsafeMutablePointer<lxw_format>) {
        if !look.numberPattern.isEmpty { format_set_num_format(format, look.numberPattern) }
        if let size = look.fontSize { format_set_font_size(format, size) }
        if look.isBold { format_set_bold(format) }
        if look.isItalic { format_set_italic(format) }
        if look.isWrapped { format_set_text_wrap(format) }
        if look.isUnlocked { format_set_unlocked(format) }
        if look.indent > 0 { format_set_indent(format, UInt8(clamping: look.indent)) }
        if let colour = look.textColour { format_set_font_color(format, colour.rgb) }
        if let colour = look.fill { format_set_bg_color(format, colour.rgb) }
        setPlace(look, on: format)
    }

    private static func setPlace(
        _ look: CellFormat, on format: UnsafeMutablePointer<lxw_format>
    ) {
        switch look.alignment {
        case .byContent: break
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
        if look.isWrapped { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
        let thin = UInt8(LXW_BORDER_THIN.rawValue)
        switch look.border {
        case .none: break
        case .thin:
            format_set_border(format, thin)
            format_set_border_color(format, 0xBFBFBF)
        case .above: format_set_top(format, thin)
        }
    }
}
