// Declared here because Swift's Glibc module is built without _GNU_SOURCE, which hides them.
int syncfs(int fd);

/// The beginning of glibc's struct dl_phdr_info (dl_iterate_phdr(3)).
struct loaded_library {
    unsigned long address;
    const char *name;
};
int dl_iterate_phdr(int (*callback)(struct loaded_library *, unsigned long, void *), void *data);
