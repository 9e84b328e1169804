// Workbooks for spreadsheet programs. The library writes to a file by name; `bulletin_memory_file` gives it one without a disk.
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/// A file in memory; -1 when there is none to be had. (memfd_create is hidden without _GNU_SOURCE.)
static inline int bulletin_memory_file(void) { return (int)syscall(SYS_memfd_create, "workbook", 1u /* MFD_CLOEXEC */); }
