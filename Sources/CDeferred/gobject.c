// GObject: letting go of drawings and pictures.
#include "deferred.h"

#include <glib-object.h>

LIBRARY("libgobject-2.0.so.0", "libglib2.0-0")

DEFERRED(void, g_object_unref, (gpointer object), (object))
