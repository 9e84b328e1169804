// Declared here because Swift's Glibc module is built without _GNU_SOURCE, which hides it.
int syncfs(int fd);
