// qpdf: objects of finished PDF files.
#include "deferred.h"

#include <qpdf/DLL.h>
#include <qpdf/qpdf-c.h>

#if QPDF_MAJOR_VERSION == 11
#define QPDF_LIBRARY "libqpdf.so.29"
#define QPDF_PACKAGE "libqpdf29"
#elif QPDF_MAJOR_VERSION == 12
#define QPDF_LIBRARY "libqpdf.so.30"
#define QPDF_PACKAGE "libqpdf30"
#else
#error "Say here which library this version of qpdf comes in."
#endif

LIBRARY(QPDF_LIBRARY, QPDF_PACKAGE)

DEFERRED(void, qpdf_cleanup, (qpdf_data *qpdf), (qpdf))
DEFERRED(const unsigned char *, qpdf_get_buffer, (qpdf_data qpdf), (qpdf))
DEFERRED(size_t, qpdf_get_buffer_length, (qpdf_data qpdf), (qpdf))
DEFERRED(qpdf_error, qpdf_get_error, (qpdf_data qpdf), (qpdf))
DEFERRED(const char *, qpdf_get_error_full_text, (qpdf_data q, qpdf_error e), (q, e))
DEFERRED(int, qpdf_get_num_pages, (qpdf_data qpdf), (qpdf))
DEFERRED(qpdf_oh, qpdf_get_page_n, (qpdf_data qpdf, size_t zero_based_index), (qpdf, zero_based_index))
DEFERRED(const char *, qpdf_get_qpdf_version, (void), ())
DEFERRED(qpdf_oh, qpdf_get_root, (qpdf_data qpdf), (qpdf))
DEFERRED(QPDF_BOOL, qpdf_has_error, (qpdf_data qpdf), (qpdf))
DEFERRED(qpdf_data, qpdf_init, (void), ())
DEFERRED(QPDF_ERROR_CODE, qpdf_init_write_memory, (qpdf_data qpdf), (qpdf))
DEFERRED(qpdf_oh, qpdf_make_indirect_object, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
DEFERRED(void, qpdf_oh_append_item, (qpdf_data qpdf, qpdf_oh oh, qpdf_oh item), (qpdf, oh, item))
DEFERRED(void, qpdf_oh_begin_dict_key_iter, (qpdf_data qpdf, qpdf_oh dict), (qpdf, dict))
DEFERRED(QPDF_BOOL, qpdf_oh_dict_more_keys, (qpdf_data qpdf), (qpdf))
DEFERRED(const char *, qpdf_oh_dict_next_key, (qpdf_data qpdf), (qpdf))
DEFERRED(qpdf_oh, qpdf_oh_get_array_item, (qpdf_data qpdf, qpdf_oh oh, int n), (qpdf, oh, n))
DEFERRED(int, qpdf_oh_get_array_n_items, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
DEFERRED(qpdf_oh, qpdf_oh_get_dict, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
DEFERRED(qpdf_oh, qpdf_oh_get_key, (qpdf_data qpdf, qpdf_oh oh, const char *key), (qpdf, oh, key))
DEFERRED(const char *, qpdf_oh_get_name, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
DEFERRED(int, qpdf_oh_get_object_id, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
DEFERRED(QPDF_ERROR_CODE, qpdf_oh_get_page_content_data,
    (qpdf_data qpdf, qpdf_oh page_oh, unsigned char **bufp, size_t *len), (qpdf, page_oh, bufp, len))
DEFERRED(QPDF_ERROR_CODE, qpdf_oh_get_stream_data,
    (qpdf_data qpdf, qpdf_oh stream_oh, enum qpdf_stream_decode_level_e decode_level, QPDF_BOOL *filtered,
     unsigned char **bufp, size_t *len),
    (qpdf, stream_oh, decode_level, filtered, bufp, len))
DEFERRED(QPDF_BOOL, qpdf_oh_is_array, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
DEFERRED(QPDF_BOOL, qpdf_oh_is_dictionary, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
DEFERRED(QPDF_BOOL, qpdf_oh_is_indirect, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
DEFERRED(QPDF_BOOL, qpdf_oh_is_name, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
DEFERRED(QPDF_BOOL, qpdf_oh_is_stream, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
DEFERRED(qpdf_oh, qpdf_oh_new_array, (qpdf_data qpdf), (qpdf))
DEFERRED(qpdf_oh, qpdf_oh_new_name, (qpdf_data qpdf, const char *name), (qpdf, name))
DEFERRED(qpdf_oh, qpdf_oh_new_null, (qpdf_data qpdf), (qpdf))
DEFERRED(qpdf_oh, qpdf_oh_new_stream, (qpdf_data qpdf), (qpdf))
DEFERRED(qpdf_oh, qpdf_oh_parse, (qpdf_data qpdf, const char *object_str), (qpdf, object_str))
DEFERRED(void, qpdf_oh_replace_key, (qpdf_data qpdf, qpdf_oh oh, const char *key, qpdf_oh item), (qpdf, oh, key, item))
DEFERRED(void, qpdf_oh_replace_stream_data,
    (qpdf_data qpdf, qpdf_oh stream_oh, const unsigned char *buf, size_t len, qpdf_oh filter, qpdf_oh decode_parms),
    (qpdf, stream_oh, buf, len, filter, decode_parms))
DEFERRED(const char *, qpdf_oh_unparse_binary, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
DEFERRED(QPDF_ERROR_CODE, qpdf_read_memory,
    (qpdf_data qpdf, const char *description, const char *buffer, unsigned long long size, const char *password),
    (qpdf, description, buffer, size, password))
DEFERRED(void, qpdf_set_deterministic_ID, (qpdf_data qpdf, QPDF_BOOL value), (qpdf, value))
DEFERRED(void, qpdf_set_minimum_pdf_version, (qpdf_data qpdf, const char *version), (qpdf, version))
DEFERRED(void, qpdf_set_newline_before_endstream, (qpdf_data qpdf, QPDF_BOOL value), (qpdf, value))
DEFERRED(void, qpdf_set_object_stream_mode, (qpdf_data qpdf, enum qpdf_object_stream_e mode), (qpdf, mode))
DEFERRED(void, qpdf_set_suppress_warnings, (qpdf_data qpdf, QPDF_BOOL value), (qpdf, value))
DEFERRED(QPDF_ERROR_CODE, qpdf_write, (qpdf_data qpdf), (qpdf))
