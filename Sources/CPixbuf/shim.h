// PNG and JPEG to pixels.
#include <gdk-pixbuf/gdk-pixbuf.h>
