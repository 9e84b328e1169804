// libxlsxwriter: workbooks for spreadsheet programs.
#include "deferred.h"

#include <xlsxwriter.h>

LIBRARY("libxlsxwriter.so." LXW_SOVERSION, "libxlsxwriter" LXW_SOVERSION)

DEFERRED(void, format_set_align, (lxw_format *format, uint8_t alignment), (format, alignment))
DEFERRED(void, format_set_bold, (lxw_format *format), (format))
DEFERRED(void, format_set_bottom, (lxw_format *format, uint8_t style), (format, style))
DEFERRED(void, format_set_text_wrap, (lxw_format *format), (format))
DEFERRED(void, format_set_top, (lxw_format *format, uint8_t style), (format, style))
DEFERRED(char *, lxw_strerror, (lxw_error error_num), (error_num))
DEFERRED(lxw_format *, workbook_add_format, (lxw_workbook *workbook), (workbook))
DEFERRED(lxw_worksheet *, workbook_add_worksheet,
    (lxw_workbook *workbook, const char *sheetname), (workbook, sheetname))
DEFERRED(lxw_error, workbook_close, (lxw_workbook *workbook), (workbook))
DEFERRED(lxw_workbook *, workbook_new, (const char *filename), (filename))
DEFERRED(lxw_error, workbook_set_properties,
    (lxw_workbook *workbook, lxw_doc_properties *properties), (workbook, properties))
DEFERRED(void, worksheet_fit_to_pages,
    (lxw_worksheet *worksheet, uint16_t width, uint16_t height), (worksheet, width, height))
DEFERRED(void, worksheet_freeze_panes, (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col), (worksheet, row, col))
DEFERRED(lxw_error, worksheet_repeat_rows,
    (lxw_worksheet *worksheet, lxw_row_t first_row, lxw_row_t last_row), (worksheet, first_row, last_row))
DEFERRED(lxw_error, worksheet_set_column,
    (lxw_worksheet *worksheet, lxw_col_t first_col, lxw_col_t last_col, double width, lxw_format *format),
    (worksheet, first_col, last_col, width, format))
DEFERRED(void, worksheet_set_landscape, (lxw_worksheet *worksheet), (worksheet))
DEFERRED(void, worksheet_set_paper, (lxw_worksheet *worksheet, uint8_t paper_type), (worksheet, paper_type))
DEFERRED(lxw_error, worksheet_write_number,
    (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col, double number, lxw_format *format),
    (worksheet, row, col, number, format))
DEFERRED(lxw_error, worksheet_write_string,
    (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col, const char *string, lxw_format *format),
    (worksheet, row, col, string, format))
