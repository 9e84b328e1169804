// fontconfig: finding fonts.
#include "deferred.h"

#include <fontconfig/fontconfig.h>

LIBRARY("libfontconfig.so.1", "libfontconfig1")

DEFERRED(void, FcConfigDestroy, (FcConfig *config), (config))
DEFERRED(FcStrList *, FcConfigGetConfigFiles, (FcConfig *config), (config))
DEFERRED(FcStrList *, FcConfigGetFontDirs, (FcConfig *config), (config))
DEFERRED(FcFontSet *, FcFontList, (FcConfig *config, FcPattern *p, FcObjectSet *os), (config, p, os))
DEFERRED(void, FcFontSetDestroy, (FcFontSet *s), (s))
DEFERRED(FcConfig *, FcInitLoadConfigAndFonts, (void), ())
DEFERRED(FcBool, FcObjectSetAdd, (FcObjectSet *os, const char *object), (os, object))
DEFERRED(FcObjectSet *, FcObjectSetCreate, (void), ())
DEFERRED(void, FcObjectSetDestroy, (FcObjectSet *os), (os))
DEFERRED(FcBool, FcPatternAddInteger, (FcPattern *p, const char *object, int i), (p, object, i))
DEFERRED(FcBool, FcPatternAddString, (FcPattern *p, const char *object, const FcChar8 *s), (p, object, s))
DEFERRED(FcPattern *, FcPatternCreate, (void), ())
DEFERRED(void, FcPatternDestroy, (FcPattern *p), (p))
DEFERRED(FcResult, FcPatternGetBool, (const FcPattern *p, const char *object, int n, FcBool *b), (p, object, n, b))
DEFERRED(FcResult, FcPatternGetDouble, (const FcPattern *p, const char *object, int n, double *d), (p, object, n, d))
DEFERRED(FcResult, FcPatternGetInteger, (const FcPattern *p, const char *object, int n, int *i), (p, object, n, i))
DEFERRED(FcResult, FcPatternGetString, (const FcPattern *p, const char *object, int n, FcChar8 **s), (p, object, n, s))
DEFERRED(void, FcStrListDone, (FcStrList *list), (list))
DEFERRED(FcChar8 *, FcStrListNext, (FcStrList *list), (list))
DEFERRED(double, FcWeightToOpenTypeDouble, (double fc_weight), (fc_weight))
