// zbar: reading QR codes in pictures.
#include "deferred.h"

#include <zbar.h>

LIBRARY("libzbar.so.0", "libzbar0")

DEFERRED(zbar_image_t *, zbar_image_create, (void), ())
DEFERRED(void, zbar_image_destroy, (zbar_image_t *image), (image))
DEFERRED(const zbar_symbol_t *, zbar_image_first_symbol, (const zbar_image_t *image), (image))
DEFERRED(zbar_image_scanner_t *, zbar_image_scanner_create, (void), ())
DEFERRED(void, zbar_image_scanner_destroy, (zbar_image_scanner_t *scanner), (scanner))
DEFERRED(int, zbar_image_scanner_set_config,
    (zbar_image_scanner_t *scanner, zbar_symbol_type_t symbology, zbar_config_t config, int value),
    (scanner, symbology, config, value))
DEFERRED(void, zbar_image_set_data,
    (zbar_image_t *image, const void *data, unsigned long data_byte_length,
     zbar_image_cleanup_handler_t *cleanup_hndlr),
    (image, data, data_byte_length, cleanup_hndlr))
DEFERRED(void, zbar_image_set_format, (zbar_image_t *image, unsigned long format), (image, format))
DEFERRED(void, zbar_image_set_size,
    (zbar_image_t *image, unsigned int width, unsigned int height), (image, width, height))
DEFERRED(int, zbar_scan_image, (zbar_image_scanner_t *scanner, zbar_image_t *image), (scanner, image))
DEFERRED(const char *, zbar_symbol_get_data, (const zbar_symbol_t *symbol), (symbol))
DEFERRED(unsigned int, zbar_symbol_get_data_length, (const zbar_symbol_t *symbol), (symbol))
DEFERRED(const zbar_symbol_t *, zbar_symbol_next, (const zbar_symbol_t *symbol), (symbol))
