// The libraries of the print side, opened when one of their functions is first called.
//
// Linked, seventy-five shared libraries would be loaded at every start, for `--version` and a site without posters too:
// 11 ms and 24 MB. So this target defines those of their functions that our rooms call, under their own names, and each
// of them calls the real one. Swift sees the libraries' own headers through the cupboards and knows nothing of it.
#pragma once

/// Told of a function that cannot be had: the library's file, the Debian package that brings it, the loader's own words.
typedef void (*deferred_listener)(
    const char *_Nonnull library, const char *_Nonnull package, const char *_Nonnull reason);

/// Calls `listener` before the process ends for want of a library, with status 3: “the machine lacks something”. It must
/// end, because whoever called the function expects an answer. Without a listener a line of plain text is said.
void deferred_tell_missing(deferred_listener _Nonnull listener);

/// Major, minor and micro version of the librsvg that is opened, which tells them by variables and not by a function.
void deferred_rsvg_version(unsigned numbers[_Nonnull 3]);
