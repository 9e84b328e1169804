// HarfBuzz: shaping, outlines and the names that a font tells of itself.
#include "deferred.h"

#include <hb.h>
#include <hb-ot.h>

LIBRARY("libharfbuzz.so.0", "libharfbuzz0b")

DEFERRED(hb_blob_t *, hb_blob_create,
    (const char *data, unsigned int length, hb_memory_mode_t mode, void *user_data, hb_destroy_func_t destroy),
    (data, length, mode, user_data, destroy))
DEFERRED(hb_blob_t *, hb_blob_create_from_file, (const char *file_name), (file_name))
DEFERRED(void, hb_blob_destroy, (hb_blob_t *blob), (blob))
DEFERRED(const char *, hb_blob_get_data, (hb_blob_t *blob, unsigned int *length), (blob, length))
DEFERRED(void, hb_buffer_add_utf8,
    (hb_buffer_t *buffer, const char *text, int text_length, unsigned int item_offset, int item_length),
    (buffer, text, text_length, item_offset, item_length))
DEFERRED(void, hb_buffer_clear_contents, (hb_buffer_t *buffer), (buffer))
DEFERRED(hb_buffer_t *, hb_buffer_create, (void), ())
DEFERRED(void, hb_buffer_destroy, (hb_buffer_t *buffer), (buffer))
DEFERRED(hb_glyph_info_t *, hb_buffer_get_glyph_infos, (hb_buffer_t *buffer, unsigned int *length), (buffer, length))
DEFERRED(hb_glyph_position_t *, hb_buffer_get_glyph_positions,
    (hb_buffer_t *buffer, unsigned int *length), (buffer, length))
DEFERRED(void, hb_buffer_set_direction, (hb_buffer_t *buffer, hb_direction_t direction), (buffer, direction))
DEFERRED(void, hb_buffer_set_language, (hb_buffer_t *buffer, hb_language_t language), (buffer, language))
DEFERRED(void, hb_buffer_set_script, (hb_buffer_t *buffer, hb_script_t script), (buffer, script))
DEFERRED(hb_draw_funcs_t *, hb_draw_funcs_create, (void), ())
DEFERRED(void, hb_draw_funcs_destroy, (hb_draw_funcs_t *dfuncs), (dfuncs))
DEFERRED(void, hb_draw_funcs_set_close_path_func,
    (hb_draw_funcs_t *dfuncs, hb_draw_close_path_func_t func, void *user_data, hb_destroy_func_t destroy),
    (dfuncs, func, user_data, destroy))
DEFERRED(void, hb_draw_funcs_set_cubic_to_func,
    (hb_draw_funcs_t *dfuncs, hb_draw_cubic_to_func_t func, void *user_data, hb_destroy_func_t destroy),
    (dfuncs, func, user_data, destroy))
DEFERRED(void, hb_draw_funcs_set_line_to_func,
    (hb_draw_funcs_t *dfuncs, hb_draw_line_to_func_t func, void *user_data, hb_destroy_func_t destroy),
    (dfuncs, func, user_data, destroy))
DEFERRED(void, hb_draw_funcs_set_move_to_func,
    (hb_draw_funcs_t *dfuncs, hb_draw_move_to_func_t func, void *user_data, hb_destroy_func_t destroy),
    (dfuncs, func, user_data, destroy))
DEFERRED(void, hb_draw_funcs_set_quadratic_to_func,
    (hb_draw_funcs_t *dfuncs, hb_draw_quadratic_to_func_t func, void *user_data, hb_destroy_func_t destroy),
    (dfuncs, func, user_data, destroy))
DEFERRED(hb_face_t *, hb_face_create, (hb_blob_t *blob, unsigned int index), (blob, index))
DEFERRED(void, hb_face_destroy, (hb_face_t *face), (face))
DEFERRED(unsigned int, hb_face_get_glyph_count, (const hb_face_t *face), (face))
DEFERRED(unsigned int, hb_face_get_upem, (const hb_face_t *face), (face))
DEFERRED(void, hb_face_make_immutable, (hb_face_t *face), (face))
DEFERRED(hb_blob_t *, hb_face_reference_blob, (hb_face_t *face), (face))
DEFERRED(hb_blob_t *, hb_face_reference_table, (const hb_face_t *face, hb_tag_t tag), (face, tag))
DEFERRED(hb_font_t *, hb_font_create, (hb_face_t *face), (face))
DEFERRED(void, hb_font_destroy, (hb_font_t *font), (font))
DEFERRED(hb_bool_t, hb_font_get_glyph_extents,
    (hb_font_t *font, hb_codepoint_t glyph, hb_glyph_extents_t *extents), (font, glyph, extents))
DEFERRED(hb_position_t, hb_font_get_glyph_h_advance, (hb_font_t *font, hb_codepoint_t glyph), (font, glyph))
DEFERRED(void, hb_font_get_glyph_shape,
    (hb_font_t *font, hb_codepoint_t glyph, hb_draw_funcs_t *dfuncs, void *draw_data), (font, glyph, dfuncs, draw_data))
DEFERRED(hb_bool_t, hb_font_get_h_extents, (hb_font_t *font, hb_font_extents_t *extents), (font, extents))
DEFERRED(hb_bool_t, hb_font_get_nominal_glyph,
    (hb_font_t *font, hb_codepoint_t unicode, hb_codepoint_t *glyph), (font, unicode, glyph))
DEFERRED(void, hb_font_make_immutable, (hb_font_t *font), (font))
DEFERRED(hb_language_t, hb_language_from_string, (const char *str, int len), (str, len))
DEFERRED(hb_codepoint_t, hb_map_get, (const hb_map_t *map, hb_codepoint_t key), (map, key))
DEFERRED(unsigned int, hb_ot_name_get_utf8,
    (hb_face_t *face, hb_ot_name_id_t name_id, hb_language_t language, unsigned int *text_size, char *text),
    (face, name_id, language, text_size, text))
DEFERRED(void, hb_set_add, (hb_set_t *set, hb_codepoint_t codepoint), (set, codepoint))
DEFERRED(void, hb_shape,
    (hb_font_t *font, hb_buffer_t *buffer, const hb_feature_t *features, unsigned int num_features),
    (font, buffer, features, num_features))
DEFERRED(hb_tag_t, hb_tag_from_string, (const char *str, int len), (str, len))
DEFERRED(hb_unicode_funcs_t *, hb_unicode_funcs_get_default, (void), ())
DEFERRED(hb_script_t, hb_unicode_script, (hb_unicode_funcs_t *ufuncs, hb_codepoint_t unicode), (ufuncs, unicode))
DEFERRED(const char *, hb_version_string, (void), ())
