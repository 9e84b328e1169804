// gdk-pixbuf: PNG and JPEG to pixels.
#include "deferred.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

LIBRARY("libgdk_pixbuf-2.0.so.0", "libgdk-pixbuf-2.0-0")

DEFERRED(GdkPixbuf *, gdk_pixbuf_apply_embedded_orientation, (GdkPixbuf *src), (src))
DEFERRED(int, gdk_pixbuf_get_bits_per_sample, (const GdkPixbuf *pixbuf), (pixbuf))
DEFERRED(int, gdk_pixbuf_get_height, (const GdkPixbuf *pixbuf), (pixbuf))
DEFERRED(int, gdk_pixbuf_get_n_channels, (const GdkPixbuf *pixbuf), (pixbuf))
DEFERRED(int, gdk_pixbuf_get_rowstride, (const GdkPixbuf *pixbuf), (pixbuf))
DEFERRED(int, gdk_pixbuf_get_width, (const GdkPixbuf *pixbuf), (pixbuf))
DEFERRED(gboolean, gdk_pixbuf_loader_close, (GdkPixbufLoader *loader, GError **error), (loader, error))
DEFERRED(GdkPixbuf *, gdk_pixbuf_loader_get_pixbuf, (GdkPixbufLoader *loader), (loader))
DEFERRED(GdkPixbufLoader *, gdk_pixbuf_loader_new, (void), ())
DEFERRED(gboolean, gdk_pixbuf_loader_write,
    (GdkPixbufLoader *loader, const guchar *buf, gsize count, GError **error), (loader, buf, count, error))
DEFERRED(GdkPixbuf *, gdk_pixbuf_new_from_data,
    (const guchar *data, GdkColorspace colorspace, gboolean has_alpha, int bits_per_sample, int width, int height,
     int rowstride, GdkPixbufDestroyNotify destroy_fn, gpointer destroy_fn_data),
    (data, colorspace, has_alpha, bits_per_sample, width, height, rowstride, destroy_fn, destroy_fn_data))
DEFERRED(const guint8 *, gdk_pixbuf_read_pixels, (const GdkPixbuf *pixbuf), (pixbuf))
DEFERRED(gboolean, gdk_pixbuf_save_to_bufferv,
    (GdkPixbuf *pixbuf, gchar **buffer, gsize *buffer_size, const char *type, char **option_keys, char **option_values,
     GError **error),
    (pixbuf, buffer, buffer_size, type, option_keys, option_values, error))
DEFERRED(GdkPixbuf *, gdk_pixbuf_scale_simple,
    (const GdkPixbuf *src, int dest_width, int dest_height, GdkInterpType interp_type),
    (src, dest_width, dest_height, interp_type))
