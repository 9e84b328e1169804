// cairo: drawing on pixels and into PDF files.
#include "deferred.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>

LIBRARY("libcairo.so.2", "libcairo2")

DEFERRED(void, cairo_clip, (cairo_t *cr), (cr))
DEFERRED(void, cairo_close_path, (cairo_t *cr), (cr))
DEFERRED(cairo_t *, cairo_create, (cairo_surface_t *target), (target))
DEFERRED(void, cairo_curve_to,
    (cairo_t *cr, double x1, double y1, double x2, double y2, double x3, double y3), (cr, x1, y1, x2, y2, x3, y3))
DEFERRED(void, cairo_destroy, (cairo_t *cr), (cr))
DEFERRED(void, cairo_fill, (cairo_t *cr), (cr))
DEFERRED(void, cairo_font_face_destroy, (cairo_font_face_t *font_face), (font_face))
DEFERRED(cairo_status_t, cairo_font_face_set_user_data,
    (cairo_font_face_t *font_face, const cairo_user_data_key_t *key, void *user_data, cairo_destroy_func_t destroy),
    (font_face, key, user_data, destroy))
DEFERRED(cairo_font_options_t *, cairo_font_options_create, (void), ())
DEFERRED(void, cairo_font_options_destroy, (cairo_font_options_t *options), (options))
DEFERRED(void, cairo_font_options_set_antialias,
    (cairo_font_options_t *options, cairo_antialias_t antialias), (options, antialias))
DEFERRED(void, cairo_font_options_set_hint_metrics,
    (cairo_font_options_t *options, cairo_hint_metrics_t hint_metrics), (options, hint_metrics))
DEFERRED(void, cairo_font_options_set_hint_style,
    (cairo_font_options_t *options, cairo_hint_style_t hint_style), (options, hint_style))
DEFERRED(cairo_font_face_t *, cairo_ft_font_face_create_for_ft_face, (FT_Face face, int load_flags), (face, load_flags))
DEFERRED(cairo_pattern_t *, cairo_get_source, (cairo_t *cr), (cr))
DEFERRED(cairo_surface_t *, cairo_image_surface_create,
    (cairo_format_t format, int width, int height), (format, width, height))
DEFERRED(unsigned char *, cairo_image_surface_get_data, (cairo_surface_t *surface), (surface))
DEFERRED(int, cairo_image_surface_get_height, (cairo_surface_t *surface), (surface))
DEFERRED(int, cairo_image_surface_get_stride, (cairo_surface_t *surface), (surface))
DEFERRED(int, cairo_image_surface_get_width, (cairo_surface_t *surface), (surface))
DEFERRED(void, cairo_line_to, (cairo_t *cr, double x, double y), (cr, x, y))
DEFERRED(void, cairo_move_to, (cairo_t *cr, double x, double y), (cr, x, y))
DEFERRED(void, cairo_new_path, (cairo_t *cr), (cr))
DEFERRED(void, cairo_pattern_set_extend, (cairo_pattern_t *pattern, cairo_extend_t extend), (pattern, extend))
DEFERRED(void, cairo_pattern_set_filter, (cairo_pattern_t *pattern, cairo_filter_t filter), (pattern, filter))
DEFERRED(cairo_surface_t *, cairo_pdf_surface_create_for_stream,
    (cairo_write_func_t write_func, void *closure, double width_in_points, double height_in_points),
    (write_func, closure, width_in_points, height_in_points))
DEFERRED(void, cairo_pdf_surface_set_size,
    (cairo_surface_t *surface, double width_in_points, double height_in_points),
    (surface, width_in_points, height_in_points))
DEFERRED(void, cairo_rectangle,
    (cairo_t *cr, double x, double y, double width, double height), (cr, x, y, width, height))
DEFERRED(void, cairo_restore, (cairo_t *cr), (cr))
DEFERRED(void, cairo_save, (cairo_t *cr), (cr))
DEFERRED(void, cairo_scale, (cairo_t *cr, double sx, double sy), (cr, sx, sy))
DEFERRED(void, cairo_set_font_face, (cairo_t *cr, cairo_font_face_t *font_face), (cr, font_face))
DEFERRED(void, cairo_set_font_options, (cairo_t *cr, const cairo_font_options_t *options), (cr, options))
DEFERRED(void, cairo_set_font_size, (cairo_t *cr, double size), (cr, size))
DEFERRED(void, cairo_set_line_width, (cairo_t *cr, double width), (cr, width))
DEFERRED(void, cairo_set_source_rgb, (cairo_t *cr, double red, double green, double blue), (cr, red, green, blue))
DEFERRED(void, cairo_set_source_surface,
    (cairo_t *cr, cairo_surface_t *surface, double x, double y), (cr, surface, x, y))
DEFERRED(void, cairo_show_glyphs, (cairo_t *cr, const cairo_glyph_t *glyphs, int num_glyphs), (cr, glyphs, num_glyphs))
DEFERRED(void, cairo_show_page, (cairo_t *cr), (cr))
DEFERRED(cairo_status_t, cairo_status, (cairo_t *cr), (cr))
DEFERRED(const char *, cairo_status_to_string, (cairo_status_t status), (status))
DEFERRED(void, cairo_stroke, (cairo_t *cr), (cr))
DEFERRED(void, cairo_surface_destroy, (cairo_surface_t *surface), (surface))
DEFERRED(void, cairo_surface_finish, (cairo_surface_t *surface), (surface))
DEFERRED(void, cairo_surface_flush, (cairo_surface_t *surface), (surface))
DEFERRED(void, cairo_surface_mark_dirty, (cairo_surface_t *surface), (surface))
DEFERRED(cairo_status_t, cairo_surface_status, (cairo_surface_t *surface), (surface))
DEFERRED(void, cairo_transform, (cairo_t *cr, const cairo_matrix_t *matrix), (cr, matrix))
DEFERRED(void, cairo_translate, (cairo_t *cr, double tx, double ty), (cr, tx, ty))
DEFERRED(const char *, cairo_version_string, (void), ())
