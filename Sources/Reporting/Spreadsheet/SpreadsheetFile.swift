import CXLSXWriter
import Glibc
import Interchange
import Platform

/// Writes a ``Spreadsheet`` as an Office Open XML workbook through libxlsxwriter.
///
/// The file is complete or not there at all, as with ``AtomicFile``.
enum SpreadsheetFile {
    /// Writes a workbook to a path.
    ///
    /// - Throws: ``OutputError``, of kind `data` for more rows than a sheet holds.
    static func write(_ spreadsheet: Spreadsheet, to path: String) throws(OutputError) {
        if let sheet = spreadsheet.sheets.first(where: { $0.rows.count > CellReference.lastRow }) {
            throw OutputError(
                kind: .data, path: path,
                reason: Bilingual(
                    "“\(sheet.name)”有 \(sheet.rows.count) 行，一张工作表最多 \(CellReference.lastRow) 行",
                    "'\(sheet.name)' has \(sheet.rows.count) rows, and a sheet of a workbook holds \(CellReference.lastRow)"
                ),
                remedy: Bilingual("请写为 .csv，或缩小范围分次写出", "write .csv, or parts of it one by one"))
        }
        try AtomicFile.publish(path) { temporary throws(OutputError) in
            guard let workbook = workbook_new(temporary) else {
                throw OutputError(.cannotCreate, path, code: ENOMEM)
            }
            errno = 0
            var builder = WorkbookBuilder(workbook: workbook)
            builder.setProperties(of: spreadsheet)
            for sheet in spreadsheet.sheets { builder.add(sheet) }
            let result = workbook_close(workbook)
            guard result == LXW_NO_ERROR else { throw failure(result, path, errno) }
        }
    }

    private static func failure(_ result: lxw_error, _ path: String, _ code: Int32) -> OutputError {
        if code != 0 {
            let isCreation = result == LXW_ERROR_CREATING_XLSX_FILE
            return OutputError(isCreation && code != ENOSPC ? .cannotCreate : .inputOutput, path, code: code)
        }
        let said = lxw_strerror(result).map { String(cString: $0) } ?? "error \(result.rawValue)"
        let reason = Bilingual("libxlsxwriter 报告“\(said)”", said)
        return OutputError(
            kind: .inputOutput, path: path, reason: reason,
            remedy: Bilingual(
                "请检查临时文件夹（TMPDIR）后重新运行，原文件未改动",
                "check the folder for temporary files (TMPDIR) and run again; nothing was changed"))
    }
}

/// Fills an open workbook; formats are made once for each style.
private struct WorkbookBuilder {
    let workbook: UnsafeMutablePointer<lxw_workbook>
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

    init(workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
    }

    /// Sets the title, and a fixed date in place of the clock's.
    func setProperties(of spreadsheet: Spreadsheet) {
        var date = tm()
        date.tm_year = Int32(spreadsheet.year - 1900)
        date.tm_mday = 1
        withMutableCString(spreadsheet.title) { title in
            var properties = lxw_doc_properties()
            properties.title = title
            properties.created = timegm(&date)
            workbook_set_properties(workbook, &properties)
        }
    }

    mutating func add(_ sheet: Spreadsheet.Sheet) {
        guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else { return }
        layOut(sheet, on: worksheet)
        for (row, content) in sheet.rows.enumerated() {
            setRow(row, content, on: worksheet)
            for (column, cell) in content.cells.enumerated() {
                write(cell, to: worksheet, lxw_row_t(row), lxw_col_t(column))
            }
        }
        for rule in sheet.rules { add(rule, to: worksheet) }
        for input in sheet.numberInputs { add(input, to: worksheet) }
        for choice in sheet.choices { add(choice, to: worksheet) }
    }

    private func layOut(_ sheet: Spreadsheet.Sheet, on worksheet: UnsafeMutablePointer<lxw_worksheet>) {
        for (column, width) in sheet.widths.enumerated() {
            var options = lxw_row_col_options(
                hidden: sheet.hiddenColumns.contains(column) ? 1 : 0, level: 0, collapsed: 0)
            worksheet_set_column_opt(worksheet, lxw_col_t(column), lxw_col_t(column), width, nil, &options)
        }
        if sheet.frozenRows + sheet.frozenColumns > 0 {
            worksheet_freeze_panes(worksheet, lxw_row_t(sheet.frozenRows), lxw_col_t(sheet.frozenColumns))
        }
        if let head = sheet.repeatedRow {
            worksheet_repeat_rows(worksheet, lxw_row_t(head), lxw_row_t(head))
        }
        if sheet.isFiltered, let head = sheet.repeatedRow, sheet.rows.count > head + 1 {
            let lastColumn = lxw_col_t(max(0, sheet.widths.count - 1))
            worksheet_autofilter(worksheet, lxw_row_t(head), 0, lxw_row_t(sheet.rows.count - 1), lastColumn)
        }
        worksheet_set_landscape(worksheet)
        worksheet_set_paper(worksheet, sheet.isWide ? 8 : 9)  // A3 or A4
        worksheet_set_margins(worksheet, 0.4, 0.4, 0.6, 0.6)
        worksheet_fit_to_pages(worksheet, UInt16(sheet.pagesWide), 0)
        if sheet.pagesWide > 1, sheet.frozenColumns > 0 {
            worksheet_repeat_columns(worksheet, 0, lxw_col_t(sheet.frozenColumns - 1))
        }
        worksheet_set_footer(worksheet, "&L&A&R&P / &N")
        worksheet_outline_settings(worksheet, 1, 0, 1, 0)
        if sheet.isHidden { worksheet_hide(worksheet) }
    }

    private func setRow(
        _ row: Int, _ content: Spreadsheet.Row, on worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) {
        guard content.height != nil || content.outline > 0 else { return }
        let usualHeight = 15.0
        var options = lxw_row_col_options(hidden: 0, level: UInt8(min(7, content.outline)), collapsed: 0)
        worksheet_set_row_opt(worksheet, lxw_row_t(row), content.height ?? usualHeight, nil, &options)
    }

    private mutating func write(
        _ cell: Spreadsheet.Cell, to worksheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t,
        _ column: lxw_col_t
    ) {
        let format = format(for: cell.style)
        switch cell.value {
        case .blank: worksheet_write_blank(worksheet, row, column, format)
        case .text(let text): worksheet_write_string(worksheet, row, column, Self.fitting(text), format)
        case .number(let number): worksheet_write_number(worksheet, row, column, number, format)
        case .formula(let formula, let now?): worksheet_write_formula_num(worksheet, row, column, formula, format, now)
        case .wordFormula(let formula, let now):
            worksheet_write_formula_str(worksheet, row, column, formula, format, now)
        case .formula(let formula, nil): worksheet_write_formula_str(worksheet, row, column, formula, format, "")
        case .link(let words, let path):
            // A sheet holds 65,530 links; what goes beyond is words.
            let code = worksheet_write_url_opt(
                worksheet, row, column, "external:" + path, format, Self.fitting(words), nil)
            if code != LXW_NO_ERROR { worksheet_write_string(worksheet, row, column, Self.fitting(words), format) }
        }
    }

    /// A cell holds at most 32,767 UTF-16 units.
    private static func fitting(_ text: String) -> String {
        guard text.utf16.count > 32_767 else { return text }
        return String(text.prefix(16_000)) + "…"
    }

    private mutating func format(for style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        if let known = formats[style] { return known }
        guard let format = workbook_add_format(workbook) else { return nil }
        // A name that spreadsheets on every system replace by a font with Chinese characters.
        format_set_font_name(format, "Microsoft YaHei")
        format_set_font_size(format, style.fontSize)
        format_set_font_color(format, style.colour)
        if style.isBold { format_set_bold(format) }
        if style.isItalic { format_set_italic(format) }
        if let ground = style.ground { format_set_bg_color(format, ground) }
        if style.indent > 0 { format_set_indent(format, UInt8(min(15, style.indent))) }
        if style.isCentered { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
        if style.isTrailing { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        if style.wraps { format_set_text_wrap(format) }
        if style.hasTopLine { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if style.hasBottomLine {
            format_set_bottom(format, UInt8(LXW_BORDER_HAIR.rawValue))
            format_set_bottom_color(format, 0x93A8B8)
        }
        if style.number != .general { format_set_num_format(format, style.number.code) }
        formats[style] = format
        return format
    }

    private func add(_ rule: Spreadsheet.Rule, to worksheet: UnsafeMutablePointer<lxw_worksheet>) {
        guard let format = workbook_add_format(workbook) else { return }
        format_set_font_color(format, rule.colour)
        format_set_bg_color(format, rule.ground)
        var condition = lxw_conditional_format()
        condition.format = format
        let words: String
        switch rule.condition {
        case .contains(let text):
            condition.type = UInt8(LXW_CONDITIONAL_TYPE_TEXT.rawValue)
            condition.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_TEXT_CONTAINING.rawValue)
            words = text
        case .formula(let formula):
            condition.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
            words = formula
        }
        withMutableCString(words) { pointer in
            condition.value_string = pointer
            worksheet_conditional_format_range(
                worksheet, lxw_row_t(rule.area.rows.lowerBound), lxw_col_t(rule.area.columns.lowerBound),
                lxw_row_t(rule.area.rows.upperBound), lxw_col_t(rule.area.columns.upperBound), &condition)
        }
    }

    private func add(_ input: Spreadsheet.NumberInput, to worksheet: UnsafeMutablePointer<lxw_worksheet>) {
        withMutableCString(input.title) { title in
            withMutableCString(input.message) { message in
                var validation = lxw_data_validation()
                validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
                validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
                validation.minimum_number = -1e13
                validation.maximum_number = 1e13
                validation.input_title = title
                validation.input_message = message
                validation.error_title = title
                validation.error_message = message
                worksheet_data_validation_range(
                    worksheet, lxw_row_t(input.area.rows.lowerBound), lxw_col_t(input.area.columns.lowerBound),
                    lxw_row_t(input.area.rows.upperBound), lxw_col_t(input.area.columns.upperBound), &validation)
            }
        }
    }

    private func add(_ choice: Spreadsheet.Choice, to worksheet: UnsafeMutablePointer<lxw_worksheet>) {
        // A list in the cell's own validation is one text with commas, of 255 characters at most.
        withMutableCString("\"" + choice.words.joined(separator: ",") + "\"") { list in
            var validation = lxw_data_validation()
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            validation.value_formula = list
            worksheet_data_validation_range(
                worksheet, lxw_row_t(choice.area.rows.lowerBound), lxw_col_t(choice.area.columns.lowerBound),
                lxw_row_t(choice.area.rows.upperBound), lxw_col_t(choice.area.columns.upperBound), &validation)
        }
    }

    /// A C string that the library's structs take as mutable but only read.
    private func withMutableCString(_ text: String, _ body: (UnsafeMutablePointer<CChar>?) -> Void) {
        var bytes = Array(text.utf8CString)
        bytes.withUnsafeMutableBufferPointer { body($0.baseAddress) }
    }
}
