import CXLSXWriter

/// Writes single cells and the notes on them.
struct CellWriter {
    let target: UnsafeMutablePointer<lxw_worksheet>
    let texts: TextStore
    /// Who signs notes.
    let author: String

    func write(
        _ content: Cell.Content, _ row: UInt32, _ column: UInt16,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) -> lxw_error {
        switch content {
        case .blank: worksheet_write_blank(target, row, column, format)
        case .text(let text):
            worksheet_write_string(target, row, column, Cell.guarded(text), format)
        case .number(let number): worksheet_write_number(target, row, column, number, format)
        case .formula(let formula, let shows):
            worksheet_write_formula_str(target, row, column, formula, format, shows)
        case .link(let shows, let place):
            worksheet_write_url_opt(
                target, row, column, "internal:" + place, format, Cell.guarded(shows), nil)
        }
    }

    func add(_ note: Cell.Note, _ row: UInt32, _ column: UInt16) -> lxw_error {
        var options = lxw_comment_options()
        options.author = texts.copy(author)
        options.width = UInt16(clamping: note.width)
        options.height = UInt16(clamping: note.height)
        options.font_size = 9
        return worksheet_write_comment_opt(target, row, column, note.text, &options)
    }
}
