// librsvg: vector art drawn by designers.
#include "deferred.h"

#include <librsvg/rsvg.h>

#include "CDeferred.h"

LIBRARY("librsvg-2.so.2", "librsvg2-2")

DEFERRED(gboolean, rsvg_handle_get_geometry_for_layer,
    (RsvgHandle *handle, const char *id, const RsvgRectangle *viewport, RsvgRectangle *out_ink_rect,
     RsvgRectangle *out_logical_rect, GError **error),
    (handle, id, viewport, out_ink_rect, out_logical_rect, error))
DEFERRED(void, rsvg_handle_get_intrinsic_dimensions,
    (RsvgHandle *handle, gboolean *out_has_width, RsvgLength *out_width, gboolean *out_has_height,
     RsvgLength *out_height, gboolean *out_has_viewbox, RsvgRectangle *out_viewbox),
    (handle, out_has_width, out_width, out_has_height, out_height, out_has_viewbox, out_viewbox))
DEFERRED(gboolean, rsvg_handle_get_intrinsic_size_in_pixels,
    (RsvgHandle *handle, gdouble *out_width, gdouble *out_height), (handle, out_width, out_height))
DEFERRED(RsvgHandle *, rsvg_handle_new_from_data,
    (const guint8 *data, gsize data_len, GError **error), (data, data_len, error))
DEFERRED(gboolean, rsvg_handle_render_document,
    (RsvgHandle *handle, cairo_t *cr, const RsvgRectangle *viewport, GError **error), (handle, cr, viewport, error))
DEFERRED(void, rsvg_handle_set_dpi, (RsvgHandle *handle, double dpi), (handle, dpi))
DEFERRED(gboolean, rsvg_handle_set_stylesheet,
    (RsvgHandle *handle, const guint8 *css, gsize css_len, GError **error), (handle, css, css_len, error))

void deferred_rsvg_version(unsigned numbers[3]) {
    const char *const names[] = {"rsvg_major_version", "rsvg_minor_version", "rsvg_micro_version"};
    for (int i = 0; i < 3; i++) numbers[i] = *(const unsigned *)deferred_symbol(&deferred, names[i]);
}
