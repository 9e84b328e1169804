// GLib: memory that others hand out.
#include "deferred.h"

#include <glib.h>

LIBRARY("libglib-2.0.so.0", "libglib2.0-0")

DEFERRED(void, g_free, (gpointer mem), (mem))
