#include "deferred.h"

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

#include "CDeferred.h"

static void say(const char *library, const char *package, const char *reason) {
    fprintf(stderr, "%s: %s (apt-get install %s)\n", library, reason, package);
}

static _Atomic(deferred_listener) listener = say;

void deferred_tell_missing(deferred_listener other) { atomic_store(&listener, other); }

static void *found(void *address, const struct deferred_library *library) {
    if (address != NULL) return address;
    const char *reason = dlerror();
    atomic_load(&listener)(library->name, library->package, reason != NULL ? reason : library->name);
    _exit(3);
}

void *deferred_symbol(struct deferred_library *library, const char *name) {
    void *handle = atomic_load_explicit(&library->handle, memory_order_acquire);
    if (handle == NULL) {
        // Threads that open it at the same time all get the same handle.
        handle = found(dlopen(library->name, RTLD_NOW | RTLD_LOCAL), library);
        atomic_store_explicit(&library->handle, handle, memory_order_release);
    }
    return found(dlsym(handle, name), library);
}
