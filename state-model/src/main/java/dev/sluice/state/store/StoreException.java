package dev.sluice.state.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** The store cannot do what it was asked to, for a reason outside the program. */
public final class StoreException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final long HARDLY_ANY_SPACE = 1 << 20;

  /** Why. */
  public enum Reason {
    /** Another process, or another opener in this one, holds the store. */
    LOCKED("locked"),
    /** What is kept is not what was written, or is gone. */
    DAMAGED("damaged"),
    /** The site runs from an old copy of itself, and takes no change until it has recovered. */
    FROZEN("frozen"),
    /** A newer version of the program wrote the store. */
    NEWER_VERSION("newer-version"),
    /** There is no store in that folder. */
    NOT_A_SITE("not-a-site"),
    /** There already is a store in that folder. */
    ALREADY_EXISTS("already-exists"),
    /** The disk is full. */
    NO_SPACE("no-space"),
    /** The disk or the file system failed in another way. */
    IO("io");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  private final Reason reason;

  StoreException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  private StoreException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** A failure of a file operation near {@code place}. */
  static StoreException of(IOException failure, Path place) {
    return isFull(place)
        ? new StoreException(Reason.NO_SPACE, "no space left for " + place, failure)
        : new StoreException(Reason.IO, "cannot read or write " + place, failure);
  }

  /** The JDK has no type for a full disk, and the system's words for it depend on the language. */
  private static boolean isFull(Path place) {
    try {
      return Files.getFileStore(place).getUsableSpace() < HARDLY_ANY_SPACE;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * What a failure of SQLite means (https://www.sqlite.org/rescode.html, primary codes).
   *
   * @throws IllegalStateException for a broken rule of the schema: the caller has a bug
   */
  static StoreException of(SQLException failure) {
    int primaryCode = failure.getErrorCode() & 0xff;
    return switch (primaryCode) {
      case 5, 6 -> new StoreException(Reason.LOCKED, "the database is busy", failure);
      case 11, 26 -> new StoreException(Reason.DAMAGED, "the database is damaged", failure);
      case 13 -> new StoreException(Reason.NO_SPACE, "no space left for the database", failure);
      case 1, 19, 20, 21, 25 ->
          throw new IllegalStateException("a statement that the database refuses", failure);
      default -> new StoreException(Reason.IO, "the database cannot be read or written", failure);
    };
  }
}
