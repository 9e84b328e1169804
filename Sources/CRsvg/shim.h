// Vector art drawn by designers.
#include <librsvg/rsvg.h>
