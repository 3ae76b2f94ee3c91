/* Stands between a process and its files: logs what is done to files below one folder,
 * or lets one call fail.  Loaded with LD_PRELOAD; shim.py builds and uses it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 1024
#define REAL(name) ((__typeof__(&name))real(#name))

static char root[4096];
static size_t root_length;
static int log_file = -1;
static long calls, failing;
static int failing_error, failing_forever;
static char watched[FILES];

static void *real(const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (!found) abort();
    return found;
}

/* What the harness calls. */

void trust_watch(const char *folder) {
    root_length = strlen(folder);
    memcpy(root, folder, root_length + 1);
}

void trust_log(const char *path) {
    log_file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (log_file < 0) abort();
}

void trust_fail(long number, int error, int forever) {
    calls = 0;
    failing = number;
    failing_error = error;
    failing_forever = forever;
}

long trust_calls(void) { return calls; }

/* One record: what, two numbers, and two strings. */
static void record(char what, long first, long second, const void *one, size_t length,
                   const void *two, size_t other) {
    if (log_file < 0) return;
    int64_t head[5] = {what, first, second, (int64_t)length, (int64_t)other};
    struct iovec parts[3] = {
        {head, sizeof head}, {(void *)one, length}, {(void *)two, other}};
    ssize_t whole = (ssize_t)(sizeof head + length + other);
    if (syscall(SYS_writev, log_file, parts, 3) != whole) abort();
}

void trust_mark(void) { record('.', 0, 0, "", 0, "", 0); }

static int is_below(const char *path) {
    return root_length && path && !strncmp(path, root, root_length) &&
           (path[root_length] == '/' || !path[root_length]);
}

static int is_watched(int file) { return file >= 0 && file < FILES && watched[file]; }

/* Whether this call is one of those that fail. */
static int fails(void) {
    calls++;
    if (!failing || calls < failing || (calls > failing && !failing_forever)) return 0;
    errno = failing_error;
    return 1;
}

static void named(char what, const char *path, const char *other) {
    record(what, 0, 0, path, strlen(path), other, strlen(other));
}

/* Opening and closing; of what is new, the mode that it has from the start. */

static void with_mode(char what, int file, int is_new, const char *path, mode_t mode) {
    char text[8];
    int length = snprintf(text, sizeof text, "%o", mode & 07777);
    record(what, file, is_new, path, strlen(path), text, length);
}

static int opened(int file, const char *path, int flags, int is_new) {
    if (file < 0 || file >= FILES) {
        if (file >= FILES) abort();
        return file;
    }
    watched[file] = 1;
    struct stat found;
    if (fstat(file, &found)) abort();
    with_mode('o', file, is_new, path, found.st_mode);
    if (flags & O_TRUNC && !is_new) record('t', file, 0, "", 0, "", 0);
    return file;
}

static int open_with(const char *name, const char *path, int flags, mode_t mode) {
    int (*go)(const char *, int, ...) = real(name);
    if (!is_below(path)) return go(path, flags, mode);
    if (fails()) return -1;
    struct stat found;
    int is_new = flags & O_CREAT && lstat(path, &found);
    return opened(go(path, flags, mode), path, flags, is_new);
}

static mode_t mode_of(int flags, va_list more) {
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
}

#define OPEN(name)                                       \
    int name(const char *path, int flags, ...) {         \
        va_list more;                                    \
        va_start(more, flags);                           \
        mode_t mode = mode_of(flags, more);              \
        va_end(more);                                    \
        return open_with(#name, path, flags, mode);      \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name, plain)                                             \
    int name(int folder, const char *path, int flags, ...) {            \
        va_list more;                                                   \
        va_start(more, flags);                                          \
        mode_t mode = mode_of(flags, more);                             \
        va_end(more);                                                   \
        if (is_below(path)) return open_with(plain, path, flags, mode); \
        return REAL(name)(folder, path, flags, mode);                   \
    }
OPENAT(openat, "open")
OPENAT(openat64, "open64")

int close(int file) {
    if (is_watched(file)) {
        watched[file] = 0;
        record('c', file, 0, "", 0, "", 0);
    }
    return REAL(close)(file);
}

/* Reading and writing. */

ssize_t read(int file, void *into, size_t size) {
    if (is_watched(file) && fails()) return -1;
    return REAL(read)(file, into, size);
}

ssize_t pread(int file, void *into, size_t size, off_t place) {
    if (is_watched(file) && fails()) return -1;
    return REAL(pread)(file, into, size, place);
}

ssize_t pread64(int file, void *into, size_t size, off64_t place) {
    if (is_watched(file) && fails()) return -1;
    return REAL(pread64)(file, into, size, place);
}

ssize_t write(int file, const void *from, size_t size) {
    if (!is_watched(file)) return REAL(write)(file, from, size);
    if (fails()) return -1;
    off_t place = lseek(file, 0, SEEK_CUR);
    if (fcntl(file, F_GETFL) & O_APPEND) place = lseek(file, 0, SEEK_END);
    ssize_t wrote = REAL(write)(file, from, size);
    if (wrote > 0) record('w', file, place, from, wrote, "", 0);
    return wrote;
}

#define PWRITE(name, place_type)                                                \
    ssize_t name(int file, const void *from, size_t size, place_type place) {   \
        if (is_watched(file) && fails()) return -1;                             \
        ssize_t wrote = REAL(name)(file, from, size, place);                    \
        if (wrote > 0 && is_watched(file)) record('w', file, place, from, wrote, "", 0); \
        return wrote;                                                           \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

/* Ways to write that are not logged must not be taken unseen. */

ssize_t writev(int file, const struct iovec *parts, int count) {
    if (is_watched(file)) abort();
    return REAL(writev)(file, parts, count);
}

ssize_t sendfile(int to, int from, off_t *place, size_t size) {
    ssize_t (*go)(int, int, off_t *, size_t) = real("sendfile");
    if (!is_watched(to)) return go(to, from, place, size);
    errno = ENOTSOCK; /* Python then reads and writes. */
    return -1;
}

ssize_t sendfile64(int to, int from, off64_t *place, size_t size) {
    ssize_t (*go)(int, int, off64_t *, size_t) = real("sendfile64");
    if (!is_watched(to)) return go(to, from, place, size);
    errno = ENOTSOCK;
    return -1;
}

#define SIZE(name, place_type)                                       \
    int name(int file, place_type size) {                            \
        if (is_watched(file) && fails()) return -1;                  \
        int done = REAL(name)(file, size);                           \
        if (!done && is_watched(file)) record('t', file, size, "", 0, "", 0); \
        return done;                                                 \
    }
SIZE(ftruncate, off_t)
SIZE(ftruncate64, off64_t)

#define SYNC(name)                                                   \
    int name(int file) {                                             \
        if (is_watched(file) && fails()) return -1;                  \
        int done = REAL(name)(file);                                 \
        if (!done && is_watched(file)) record('s', file, 0, "", 0, "", 0); \
        return done;                                                 \
    }
SYNC(fsync)
SYNC(fdatasync)

/* Names. */

int unlink(const char *path) {
    if (is_below(path) && fails()) return -1;
    int done = REAL(unlink)(path);
    if (!done && is_below(path)) named('u', path, "");
    return done;
}

int unlinkat(int folder, const char *path, int flags) {
    if (is_below(path) && !flags) return unlink(path);
    return REAL(unlinkat)(folder, path, flags);
}

int rename(const char *from, const char *to) {
    if (is_below(to) && fails()) return -1;
    int done = REAL(rename)(from, to);
    if (!done && is_below(to)) named('r', from, to);
    return done;
}

int renameat(int folder, const char *from, int other, const char *to) {
    if (is_below(to)) return rename(from, to);
    return REAL(renameat)(folder, from, other, to);
}

int link(const char *from, const char *to) {
    if (is_below(to) && fails()) return -1;
    int done = REAL(link)(from, to);
    if (!done && is_below(to)) named('l', from, to);
    return done;
}

int linkat(int folder, const char *from, int other, const char *to, int flags) {
    if (is_below(to)) return link(from, to);
    return REAL(linkat)(folder, from, other, to, flags);
}

int mkdir(const char *path, mode_t mode) {
    if (is_below(path) && fails()) return -1;
    int done = REAL(mkdir)(path, mode);
    struct stat found;
    if (!done && is_below(path) && !lstat(path, &found))
        with_mode('m', 0, 1, path, found.st_mode);
    return done;
}
