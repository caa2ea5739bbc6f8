package dev.sluice.bundle;

import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Volume;
import java.io.IOException;
import java.io.InputStream;

/** A file on a medium whose failures can be told from those of the place that it is copied to. */
final class MediumInput extends PieceInput {
  private MediumInput(InputStream in) {
    super(in);
  }

  /**
   * Opens {@code volume} on {@code medium}.
   *
   * @throws BundleRejectedException FILE_MISSING or NOT_A_FILE
   */
  static MediumInput open(UntrustedBundle medium, Volume volume)
      throws UnreadableException, BundleRejectedException {
    String name = volume.name().text();
    if (!medium.volumes().contains(name)) {
      throw new BundleRejectedException(
          RejectionReason.FILE_MISSING, name, "a volume of the bundle is missing");
    }
    try {
      return new MediumInput(medium.open(name));
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
  }

  /** What is said of a volume whose reading has failed. */
  static BundleRejectedException unreadable(Volume volume) {
    return new BundleRejectedException(
        RejectionReason.FILE_DAMAGED,
        volume.name().text(),
        "a file of the bundle cannot be read from the medium");
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return in.read(buffer, offset, length);
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
  }

  /** The medium failed while it was read. */
  static final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableException(IOException cause) {
      super(cause);
    }
  }
}
