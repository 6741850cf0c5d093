import CXLSXWriter

/// Writes one sheet: its layout, its rows from the first to the last, then the
/// rules on its cells.
struct SheetWriter {
    let sheet: Sheet
    let target: UnsafeMutablePointer<lxw_worksheet>
    let writer: WorkbookWriter

    func write(_ formats: inout FormatTable) throws(WorkbookError) {
        try setColumns()
        // The row that a group belongs to stands above it.
        if sheet.rows.contains(where: { $0.level > 0 }) {
            worksheet_outline_settings(target, 1, 0, 1, 0)
        }
        for (index, row) in sheet.rows.enumerated() {
            try write(row, at: UInt32(index), &formats)
        }
        try addValidations()
        for rule in sheet.conditionalFormats { try add(rule, &formats) }
        if let filter = sheet.filter { try add(filter) }
        if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
            worksheet_freeze_panes(
                target, UInt32(sheet.frozenRows), UInt16(sheet.frozenColumns))
        }
        try setPrinting()
        if sheet.isProtected { protect() }
    }

    // MARK: Cells

    private func setColumns() throws(WorkbookError) {
        for (index, column) in sheet.columns.enumerated() {
            var options = lxw_row_col_options()
            options.hidden = column.isHidden ? 1 : 0
            try check(
                worksheet_set_column_opt(
                    target, UInt16(index), UInt16(index), column.width, nil, &options))
        }
    }

    private func write(
        _ row: Sheet.Row, at index: UInt32, _ formats: inout FormatTable
    ) throws(WorkbookError) {
        let isHidden = sheet.filter?.hides(row, at: Int(index)) ?? false
        if row.level > 0 || isHidden {
            var options = lxw_row_col_options()
            options.hidden = isHidden ? 1 : 0
            options.level = UInt8(clamping: row.level)
            try check(
                worksheet_set_row_opt(target, index, Double(LXW_DEF_ROW_HEIGHT), nil, &options))
        }
        let cells = CellWriter(
            target: target, texts: writer.texts, author: writer.workbook.author)
        for (column, cell) in row.cells.enumerated() {
            let place = "cell \(CellRange.letters(ofColumn: column))\(index + 1)"
            let look = formats.format(cell.format)
            try check(cells.write(cell.content, index, UInt16(column), look), place)
            if let note = cell.note { try check(cells.add(note, index, UInt16(column)), place) }
        }
    }

    // MARK: Rules

    private func add(_ filter: Sheet.Filter) throws(WorkbookError) {
        let range = filter.range
        try check(
            worksheet_autofilter(target, range.top, range.left, range.bottom, range.right))
        guard let chosen = filter.chosen else { return }
        var rule = lxw_filter_rule()
        rule.criteria = UInt8(LXW_FILTER_CRITERIA_EQUAL_TO.rawValue)
        rule.value_string = writer.texts.copy(chosen.text)
        try check(worksheet_filter_column(target, UInt16(chosen.column), &rule))
    }

    /// The library counts them in one byte, and writes a wrong count beyond.
    private func addValidations() throws(WorkbookError) {
        guard sheet.validations.count <= 255 else {
            throw writer.failure(
                "sheet \"\(sheet.name)\"",
                "it has \(sheet.validations.count) validations; 255 are the most there can be.")
        }
        for validation in sheet.validations { try add(validation) }
    }

    private func add(_ validation: Validation) throws(WorkbookError) {
        var rule = lxw_data_validation()
        let texts = writer.texts
        switch validation.rule {
        case .number(let lowest, let highest):
            rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL_FORMULA.rawValue)
            rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            rule.minimum_formula = texts.copy(lowest)
            rule.maximum_formula = texts.copy(highest)
        case .listed(let range):
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            rule.value_formula = texts.copy(range)
        }
        rule.error_type = UInt8(
            validation.severity == .stop
                ? LXW_VALIDATION_ERROR_TYPE_STOP.rawValue
                : LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
        rule.input_title = texts.copy(validation.input.title)
        rule.input_message = texts.copy(validation.input.text)
        rule.error_title = texts.copy(validation.error.title)
        rule.error_message = texts.copy(validation.error.text)
        let range = validation.range
        try check(
            worksheet_data_validation_range(
                target, range.top, range.left, range.bottom, range.right, &rule))
    }

    private func add(
        _ rule: ConditionalFormat, _ formats: inout FormatTable
    ) throws(WorkbookError) {
        var condition = lxw_conditional_format()
        condition.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
        condition.value_string = writer.texts.copy(rule.formula)
        condition.format = formats.format(rule.format)
        condition.stop_if_true = 1
        let range = rule.range
        try check(
            worksheet_conditional_format_range(
                target, range.top, range.left, range.bottom, range.right, &condition))
    }

    // MARK: Paper and protection

    private func setPrinting() throws(WorkbookError) {
        let printing = sheet.printing
        if printing.isLandscape { worksheet_set_landscape(target) }
        worksheet_fit_to_pages(target, 1, 0)
        if sheet.frozenRows > 0 {
            try check(worksheet_repeat_rows(target, 0, UInt32(sheet.frozenRows - 1)))
        }
        if !printing.footer.isEmpty { try check(worksheet_set_footer(target, printing.footer)) }
        if let area = printing.area {
            try check(worksheet_print_area(target, area.top, area.left, area.bottom, area.right))
        }
    }

    /// Readers may still filter, and widen columns.
    private func protect() {
        var options = lxw_protection()
        options.format_columns = 1
        options.format_rows = 1
        options.autofilter = 1
        worksheet_protect(target, nil, &options)
    }

    private func check(_ code: lxw_error, _ place: String = "") throws(WorkbookError) {
        let sheet = "sheet \"\(self.sheet.name)\""
        try writer.check(code, place.isEmpty ? sheet : "\(sheet), \(place)")
    }
}

extension CellRange {
    fileprivate var top: UInt32 { UInt32(firstRow) }
    fileprivate var left: UInt16 { UInt16(firstColumn) }
    fileprivate var bottom: UInt32 { UInt32(lastRow) }
    fileprivate var right: UInt16 { UInt16(lastColumn) }
}
