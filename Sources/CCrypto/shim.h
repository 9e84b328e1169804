// SHA-256, without the minute of build time of a Swift package.
#include <openssl/evp.h>
