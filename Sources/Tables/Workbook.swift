internal import CXlsxWriter
internal import Diagnostics
internal import Glibc

/// Writes a table by libxlsxwriter.
enum Workbook {
    static func bytes(of table: TableFile, _ properties: TableFile.Properties) throws(Fault) -> [UInt8] {
        let number = bulletin_memory_file()
        guard number >= 0 else { throw failure("memfd_create: \(errno)", properties) }
        defer { close(number) }
        guard let book = unsafe workbook_new("/proc/self/fd/\(number)") else {
            throw failure("workbook_new", properties)
        }
        unsafe describe(book, properties)
        let sheet = unsafe workbook_add_worksheet(book, properties.sheet)
        unsafe write(table, to: sheet, of: book)
        let status = unsafe workbook_close(book)
        guard status == LXW_NO_ERROR else {
            throw failure(unsafe String(cString: lxw_strerror(status)), properties)
        }
        return try content(of: number, properties)
    }

    private static func failure(_ reason: String, _ properties: TableFile.Properties) -> Fault {
        Fault(.outputFailed, ["path": .init("\(properties.title).xlsx"), "reason": .init(reason)])
    }

    private static func describe(
        _ book: UnsafeMutablePointer<lxw_workbook>, _ properties: TableFile.Properties
    ) {
        unsafe properties.title.withCString { title in
            unsafe properties.author.withCString { author in
                var facts = unsafe lxw_doc_properties()
                unsafe facts.title = UnsafeMutablePointer(mutating: title)
                unsafe facts.author = UnsafeMutablePointer(mutating: author)
                unsafe facts.created = midnight(of: properties)
                unsafe workbook_set_properties(book, &facts)
            }
        }
    }

    /// Never 0, which the library takes for "now".
    private static func midnight(of properties: TableFile.Properties) -> time_t {
        var day = unsafe tm()
        unsafe day.tm_year = Int32(properties.year - 1900)
        unsafe day.tm_mon = Int32(properties.month - 1)
        unsafe day.tm_mday = Int32(properties.day)
        return max(1, unsafe timegm(&day))
    }

    private static func write(
        _ table: TableFile, to sheet: UnsafeMutablePointer<lxw_worksheet>?,
        of book: UnsafeMutablePointer<lxw_workbook>
    ) {
        let head = unsafe workbook_add_format(book)
        unsafe format_set_bold(head)
        unsafe format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
        let sum = unsafe workbook_add_format(book)
        unsafe format_set_bold(sum)
        unsafe format_set_top(sum, UInt8(LXW_BORDER_THIN.rawValue))
        let body = unsafe workbook_add_format(book)
        unsafe format_set_text_wrap(body)
        unsafe format_set_align(body, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))

        for (index, column) in table.columns.enumerated() {
            let at = lxw_col_t(index)
            unsafe worksheet_set_column(sheet, at, at, column.width, nil)
            unsafe worksheet_write_string(sheet, 0, at, column.title, head)
        }
        for (index, row) in table.rows.enumerated() { unsafe write(row, lxw_row_t(index + 1), body, to: sheet) }
        unsafe write(table.total, lxw_row_t(table.rows.count + 1), sum, to: sheet)
        unsafe worksheet_freeze_panes(sheet, 1, 0)
        unsafe worksheet_repeat_rows(sheet, 0, 0)
        unsafe worksheet_set_landscape(sheet)
        // 9 is A4; one page wide, as many high as it takes.
        unsafe worksheet_set_paper(sheet, 9)
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
    }

    private static func write(
        _ cells: [TableFile.Cell], _ row: lxw_row_t, _ format: UnsafeMutablePointer<lxw_format>?,
        to sheet: UnsafeMutablePointer<lxw_worksheet>?
    ) {
        for (index, cell) in cells.enumerated() {
            let at = lxw_col_t(index)
            switch cell {
            case .text(let text): unsafe worksheet_write_string(sheet, row, at, text, format)
            case .number(let number): unsafe worksheet_write_number(sheet, row, at, Double(number), format)
            }
        }
    }

    private static func content(of number: Int32, _ properties: TableFile.Properties) throws(Fault) -> [UInt8] {
        let size = Int(lseek(number, 0, SEEK_END))
        guard size > 0 else { throw failure("lseek: \(errno)", properties) }
        var done = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while done < size {
                guard let base = buffer.baseAddress else { break }
                let got = unsafe pread(number, base + done, size - done, off_t(done))
                guard got > 0 else { break }
                done += got
            }
            count = done
        }
        guard done == size else { throw failure("pread: \(errno)", properties) }
        return bytes
    }
}
