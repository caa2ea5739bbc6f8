package dev.sluice.datasite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What the file system says of a regular file. While that stays the same, so do the bytes, unless
 * they were changed within one tick of the file system's clock.
 *
 * @param text its length, when it was changed, and on systems that tell, when its entry was changed
 *     and which entry it is: a program can set the first of these times, but not the second
 */
record FileStamp(long bytes, Instant changed, String text) {
  private static final String UNIX = "unix:size,lastModifiedTime,ctime,dev,ino";

  /** The slowest clock of the common file systems, that of FAT, ticks every two seconds. */
  private static final Duration TICK = Duration.ofSeconds(2);

  static FileStamp of(Path file, BasicFileAttributes attributes) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return of(attributes.size(), attributes.lastModifiedTime(), attributes.creationTime(), "-");
    }
    Map<String, Object> unix = Files.readAttributes(file, UNIX, LinkOption.NOFOLLOW_LINKS);
    return of(
        (Long) unix.get("size"),
        (FileTime) unix.get("lastModifiedTime"),
        (FileTime) unix.get("ctime"),
        unix.get("dev") + ":" + unix.get("ino"));
  }

  private static FileStamp of(long bytes, FileTime modified, FileTime other, String entry) {
    Instant newest = (modified.compareTo(other) < 0 ? other : modified).toInstant();
    return new FileStamp(
        bytes, newest, bytes + " " + modified.toInstant() + " " + other.toInstant() + " " + entry);
  }

  /** Whether a change after {@code time} cannot leave the stamp as it is. */
  boolean isSettled(Instant time) {
    return changed.plus(TICK).isBefore(time);
  }
}
