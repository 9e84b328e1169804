// FreeType: fonts for cairo.
#include "deferred.h"

#include <ft2build.h>
#include FT_FREETYPE_H

LIBRARY("libfreetype.so.6", "libfreetype6")

DEFERRED(FT_Error, FT_Done_Face, (FT_Face face), (face))
DEFERRED(FT_Error, FT_Done_FreeType, (FT_Library library), (library))
DEFERRED(FT_Error, FT_Init_FreeType, (FT_Library *alibrary), (alibrary))
DEFERRED(FT_Error, FT_New_Memory_Face,
    (FT_Library library, const FT_Byte *file_base, FT_Long file_size, FT_Long face_index, FT_Face *aface),
    (library, file_base, file_size, face_index, aface))
