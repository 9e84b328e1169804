// ICU: words of Chinese text. Its functions bear its version in their names.
#include "deferred.h"

#include <unicode/ubrk.h>

LIBRARY("libicuuc.so." DEFERRED_NAME(U_ICU_VERSION_MAJOR_NUM), "libicu" DEFERRED_NAME(U_ICU_VERSION_MAJOR_NUM))

DEFERRED(void, ubrk_close, (UBreakIterator *bi), (bi))
DEFERRED(int32_t, ubrk_next, (UBreakIterator *bi), (bi))
DEFERRED(UBreakIterator *, ubrk_open,
    (UBreakIteratorType type, const char *locale, const UChar *text, int32_t textLength, UErrorCode *status),
    (type, locale, text, textLength, status))
