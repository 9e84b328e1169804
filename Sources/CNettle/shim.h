// SHA-256, by the processor's own instructions where it has them, in a library of 300 KB that needs no start.
#include <nettle/sha2.h>
