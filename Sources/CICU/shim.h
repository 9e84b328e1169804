#include <stdint.h>
// Only the macros that rename ICU's functions by version, which Swift does not see through. ICU's own declarations would
// clash with those of the copy that Foundation brings along, so the few that we use stand here.
#include <unicode/urename.h>

struct BulletinWords;
struct BulletinWords *ubrk_open(int type, const char *locale, const uint16_t *text, int32_t length, int *status);
int32_t ubrk_next(struct BulletinWords *iterator);
void ubrk_close(struct BulletinWords *iterator);

static inline struct BulletinWords *bulletin_words_open(const uint16_t *text, int32_t length) {
    int status = 0;
    const int words = 1;
    struct BulletinWords *iterator = ubrk_open(words, "zh", text, length, &status);
    if (status <= 0) return iterator;
    if (iterator) ubrk_close(iterator);
    return 0;
}

/// The end of the next word, or -1 behind the last.
static inline int32_t bulletin_words_next(struct BulletinWords *iterator) { return ubrk_next(iterator); }

static inline void bulletin_words_close(struct BulletinWords *iterator) { ubrk_close(iterator); }

static inline const char *bulletin_icu_version(void) { return U_ICU_VERSION; }
