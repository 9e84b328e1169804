// QR symbols as a grid of modules.
#include <qrencode.h>
