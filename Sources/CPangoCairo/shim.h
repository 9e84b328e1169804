// Break opportunities, text direction (Pango), drawing (cairo), finding fonts (fontconfig).
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pango.h>
#include <stdlib.h>
#include <string.h>

// Swift cannot read C bit fields one by one without naming the whole struct: the four that we need, packed.
enum { BULLETIN_LINE_BREAK = 1, BULLETIN_MANDATORY_BREAK = 2, BULLETIN_CURSOR = 4 };
static inline void bulletin_log_attributes(const char *text, int length, int count, unsigned char *flags) {
    PangoLogAttr *attributes = (PangoLogAttr *)calloc((size_t)count + 1, sizeof(PangoLogAttr));
    pango_get_log_attrs(text, length, -1, pango_language_from_string("zh-cn"), attributes, count + 1);
    for (int i = 0; i <= count; i++)
        flags[i] = (unsigned char)((attributes[i].is_line_break ? BULLETIN_LINE_BREAK : 0)
            | (attributes[i].is_mandatory_break ? BULLETIN_MANDATORY_BREAK : 0)
            | (attributes[i].is_cursor_position ? BULLETIN_CURSOR : 0));
    free(attributes);
}

// A cairo font face over a font file in memory. Each has a FreeType library of its own, because cairo may let go of
// a face on another thread than the one that drew with it. `release(owner)` is called when the bytes are done with.
typedef struct {
    FT_Library library;
    FT_Face face;
    void *owner;
    void (*release)(void *owner);
} BulletinFace;
static inline void bulletin_face_free(void *data) {
    BulletinFace *face = (BulletinFace *)data;
    FT_Done_Face(face->face);
    FT_Done_FreeType(face->library);
    face->release(face->owner);
    free(face);
}
static inline cairo_font_face_t *bulletin_face(
    const unsigned char *bytes, long length, void *owner, void (*release)(void *owner)) {
    BulletinFace *face = (BulletinFace *)calloc(1, sizeof(BulletinFace));
    if (face == NULL) return NULL;
    if (FT_Init_FreeType(&face->library) != 0) {
        free(face);
        return NULL;
    }
    if (FT_New_Memory_Face(face->library, bytes, length, 0, &face->face) != 0) {
        FT_Done_FreeType(face->library);
        free(face);
        return NULL;
    }
    face->owner = owner;
    face->release = release;
    cairo_font_face_t *result = cairo_ft_font_face_create_for_ft_face(face->face, FT_LOAD_NO_HINTING);
    cairo_font_face_set_user_data(result, (const cairo_user_data_key_t *)face, face, bulletin_face_free);
    return result;
}
