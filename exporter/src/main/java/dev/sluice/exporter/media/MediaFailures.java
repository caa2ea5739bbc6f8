package dev.sluice.exporter.media;

import dev.sluice.exporter.media.MediaException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an input or output error means for the person at the machine. */
final class MediaFailures {
  private MediaFailures() {}

  /** The failure of a file below {@code place}, which {@code what} names. */
  static MediaException of(IOException e, String what, Path place) {
    String text = String.valueOf(e.getMessage());
    if (text.contains("No space left") || text.contains("not enough space")) {
      return new MediaException(Reason.FULL, what + " is full", e);
    }
    if (text.contains("Read-only") || e instanceof AccessDeniedException) {
      return new MediaException(Reason.READ_ONLY, what + " cannot be written to", e);
    }
    if (!Files.isDirectory(place)) {
      return new MediaException(Reason.IO, what + " is gone", e);
    }
    String detail = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return new MediaException(
        Reason.IO, what + " failed" + (detail == null ? "" : ": " + detail), e);
  }
}
