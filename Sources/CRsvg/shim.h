// Vector art drawn by designers, and the decoding of pictures that librsvg itself uses.
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <librsvg/rsvg.h>
