/*
 * Writes down, and on request breaks off, what a process does to the files below one folder.
 *
 * Preloaded into the process. An effect is one system call that changes a file, a name or what is
 * durable; effects have numbers from 0 on, over all threads. The environment says what to do:
 *
 *   EFFECTS_ROOT  the folder, absolute and without links
 *   EFFECTS_LOG   append each effect that was done to this file (see struct header below)
 *   EFFECTS_AT    number of the effect that is broken
 *   EFFECTS_HOW   kill: end the process before it; tear: the same, when half of a write is done;
 *                 io, full: fail with EIO or ENOSPC, once
 *
 * Files named *-shm are left out: SQLite maps them, and makes them anew after every crash.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { CREATE, WRITE, SYNC, RENAME, UNLINK, MKDIR, RMDIR, TRUNCATE };

/* Big-endian; followed by the path, the other path of a rename, and the bytes of a write. */
struct __attribute__((packed)) header {
  uint32_t kind, path, other, bytes;
  uint64_t offset;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *root, *how;
static int log_fd = -1;
static long at = -1, count;

__attribute__((constructor)) static void read_environment(void) {
  root = getenv("EFFECTS_ROOT");
  how = getenv("EFFECTS_HOW");
  const char *number = getenv("EFFECTS_AT");
  const char *log = getenv("EFFECTS_LOG");
  at = number == NULL ? -1 : atol(number);
  if (log != NULL) {
    log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }
}

static int is_watched(const char *path) {
  size_t length = root == NULL ? 0 : strlen(root);
  size_t end = strlen(path);
  return length > 0 && strncmp(path, root, length) == 0 && path[length] == '/'
      && (end < 4 || strcmp(path + end - 4, "-shm") != 0);
}

static int path_of_descriptor(int fd, char *path) {
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_watched(path);
}

static int path_of_name(int folder, const char *name, char *path) {
  if (name[0] == '/') {
    snprintf(path, PATH_MAX, "%s", name);
  } else {
    char base[PATH_MAX];
    if (folder == AT_FDCWD) {
      if (getcwd(base, sizeof base) == NULL) return 0;
    } else if (!path_of_descriptor(folder, base)) {
      return 0;
    }
    if (snprintf(path, PATH_MAX, "%s/%s", base, name) >= PATH_MAX) return 0;
  }
  return is_watched(path);
}

static void put(const void *bytes, size_t length) {
  if (syscall(SYS_write, log_fd, bytes, length) != (ssize_t) length) abort();
}

static uint64_t big_endian(uint64_t value) {
  return ((uint64_t) htonl((uint32_t) value) << 32) | htonl((uint32_t) (value >> 32));
}

static void end_process(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

/* Called with the lock; 0 to go on, an error number to fail with. */
static int start(void) {
  if (count++ != at || how == NULL) return 0;
  if (strcmp(how, "kill") == 0) end_process();
  if (strcmp(how, "io") == 0) return EIO;
  if (strcmp(how, "full") == 0) return ENOSPC;
  return 0;
}

static int is_torn(void) {
  return count - 1 == at && how != NULL && strcmp(how, "tear") == 0;
}

static void done(enum kind kind, const char *path, const char *other, uint64_t offset,
                 const void *bytes, size_t length) {
  if (log_fd < 0) return;
  struct header header = {htonl(kind), htonl(strlen(path)), htonl(strlen(other)), htonl(length),
                          big_endian(offset)};
  put(&header, sizeof header);
  put(path, strlen(path));
  put(other, strlen(other));
  put(bytes, length);
}

static ssize_t write_at(int fd, const void *bytes, size_t length, off_t offset) {
  return offset < 0 ? syscall(SYS_write, fd, bytes, length)
                    : syscall(SYS_pwrite64, fd, bytes, length, offset);
}

/* A negative offset means the place where the descriptor stands. */
static ssize_t watched_write(int fd, const void *bytes, size_t length, off_t offset) {
  char path[PATH_MAX];
  if (root == NULL || length == 0 || !path_of_descriptor(fd, path)) {
    return write_at(fd, bytes, length, offset);
  }
  pthread_mutex_lock(&lock);
  ssize_t result = -1;
  int error = start();
  if (error != 0) {
    errno = error;
  } else {
    if (is_torn()) {
      write_at(fd, bytes, length / 2, offset);
      end_process();
    }
    off_t place = offset;
    if (place < 0) {
      int appends = syscall(SYS_fcntl, fd, F_GETFL) & O_APPEND;
      place = syscall(SYS_lseek, fd, 0, appends ? SEEK_END : SEEK_CUR);
    }
    result = write_at(fd, bytes, length, offset);
    if (result > 0) done(WRITE, path, "", place, bytes, result);
  }
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return result;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  return watched_write(fd, bytes, length, -1);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  return watched_write(fd, bytes, length, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t offset) {
  return watched_write(fd, bytes, length, offset);
}

ssize_t writev(int fd, const struct iovec *parts, int number) {
  ssize_t total = 0;
  for (int i = 0; i < number; i++) {
    ssize_t result = watched_write(fd, parts[i].iov_base, parts[i].iov_len, -1);
    if (result < 0) return total > 0 ? total : result;
    total += result;
    if ((size_t) result < parts[i].iov_len) break;
  }
  return total;
}

/* One effect that a single system call makes. */
#define EFFECT(watched, call, kind, path, other, offset)              \
  do {                                                                \
    if (root == NULL || !(watched)) return call;                      \
    pthread_mutex_lock(&lock);                                        \
    int error = start();                                              \
    if (is_torn()) end_process();                                     \
    long result = error != 0 ? (errno = error, -1) : call;            \
    int kept = errno;                                                 \
    if (result >= 0) done(kind, path, other, offset, "", 0);          \
    pthread_mutex_unlock(&lock);                                      \
    errno = kept;                                                     \
    return result;                                                    \
  } while (0)

int fsync(int fd) {
  char path[PATH_MAX];
  EFFECT(path_of_descriptor(fd, path), syscall(SYS_fsync, fd), SYNC, path, "", 0);
}

int fdatasync(int fd) {
  char path[PATH_MAX];
  EFFECT(path_of_descriptor(fd, path), syscall(SYS_fdatasync, fd), SYNC, path, "", 0);
}

int ftruncate(int fd, off_t length) {
  char path[PATH_MAX];
  EFFECT(path_of_descriptor(fd, path), syscall(SYS_ftruncate, fd, length), TRUNCATE, path, "",
         length);
}

int ftruncate64(int fd, off_t length) { return ftruncate(fd, length); }

int rename(const char *from, const char *to) {
  char path[PATH_MAX], other[PATH_MAX];
  EFFECT(path_of_name(AT_FDCWD, from, path) & path_of_name(AT_FDCWD, to, other),
         syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0), RENAME, path, other, 0);
}

int unlinkat(int folder, const char *name, int flags) {
  char path[PATH_MAX];
  EFFECT(path_of_name(folder, name, path), syscall(SYS_unlinkat, folder, name, flags),
         flags & AT_REMOVEDIR ? RMDIR : UNLINK, path, "", 0);
}

int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }

int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }

int mkdir(const char *name, mode_t mode) {
  char path[PATH_MAX];
  EFFECT(path_of_name(AT_FDCWD, name, path), syscall(SYS_mkdirat, AT_FDCWD, name, mode), MKDIR,
         path, "", 0);
}

static int watched_open(int folder, const char *name, int flags, mode_t mode) {
  char path[PATH_MAX];
  int exists = syscall(SYS_faccessat, folder, name, F_OK) == 0;
  int creates = (flags & O_CREAT) && !exists;
  int empties = (flags & O_TRUNC) && (flags & O_ACCMODE) != O_RDONLY && exists;
  EFFECT((creates || empties) && path_of_name(folder, name, path),
         syscall(SYS_openat, folder, name, flags, mode), creates ? CREATE : TRUNCATE, path, "", 0);
}

#define OPEN(folder)                                                  \
  do {                                                                \
    mode_t mode = 0;                                                  \
    if (flags & (O_CREAT | O_TMPFILE)) {                              \
      va_list rest;                                                   \
      va_start(rest, flags);                                          \
      mode = va_arg(rest, mode_t);                                    \
      va_end(rest);                                                   \
    }                                                                 \
    return watched_open(folder, name, flags, mode);                   \
  } while (0)

int open(const char *name, int flags, ...) { OPEN(AT_FDCWD); }
int open64(const char *name, int flags, ...) { OPEN(AT_FDCWD); }
int openat(int folder, const char *name, int flags, ...) { OPEN(folder); }
int openat64(int folder, const char *name, int flags, ...) { OPEN(folder); }
