// One line a function: DEFERRED(cairo_t *, cairo_create, (cairo_surface_t *target), (target)). It stands behind the
// library's header, so that the compiler holds it against the true prototype.
#pragma once

#include <stdatomic.h>
#include <stddef.h>

struct deferred_library {
    /// The name by which the loader finds the library: that of the version whose header was compiled.
    const char *name;
    /// The Debian package that brings it.
    const char *package;
    _Atomic(void *) handle;
};

/// A function or variable of a library, which is opened before the first; does not return when there is none.
void *deferred_symbol(struct deferred_library *library, const char *name);

/// The library of a file.
#define LIBRARY(name, package) static struct deferred_library deferred = {name, package, NULL};

/// A function of that library. Its name stands in parentheses where it might be a macro of the header too.
#define DEFERRED(result, function, parameters, arguments)                                                  \
    result(function) parameters {                                                                          \
        static _Atomic(void *) known;                                                                      \
        void *found = atomic_load_explicit(&known, memory_order_acquire);                                  \
        if (found == NULL) {                                                                               \
            found = deferred_symbol(&deferred, DEFERRED_NAME(function));                                   \
            atomic_store_explicit(&known, found, memory_order_release);                                    \
        }                                                                                                  \
        return ((__typeof__(&(function)))found) arguments;                                                 \
    }

/// The text of a name, or of what a header's macro makes of it.
#define DEFERRED_NAME(name) DEFERRED_TEXT(name)
#define DEFERRED_TEXT(name) #name
