// Pango: break opportunities and the direction of text.
#include "deferred.h"

#include <pango/pango.h>

LIBRARY("libpango-1.0.so.0", "libpango-1.0-0")

DEFERRED(void, pango_get_log_attrs,
    (const char *text, int length, int level, PangoLanguage *language, PangoLogAttr *attrs, int attrs_len),
    (text, length, level, language, attrs, attrs_len))
DEFERRED(PangoLanguage *, pango_language_from_string, (const char *language), (language))
DEFERRED(guint8 *, pango_log2vis_get_embedding_levels,
    (const gchar *text, int length, PangoDirection *pbase_dir), (text, length, pbase_dir))
DEFERRED(const char *, pango_version_string, (void), ())
