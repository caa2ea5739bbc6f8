package dev.sluice.bundle.archive;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Zstandard (RFC 8878) with a window of at most 8 MiB, so that a reader's memory is bounded. */
public final class Zstd {
  private static final int WINDOW_LOG = 23;
  private static final int LEVEL = 3;

  private Zstd() {}

  /** Compresses into {@code out}; closing ends the frame and closes {@code out}. */
  public static OutputStream compress(OutputStream out) throws IOException {
    var zstd = new ZstdOutputStream(out, LEVEL);
    zstd.setChecksum(true);
    return zstd;
  }

  /**
   * Decompresses {@code in}. A broken frame, a larger window, or a frame in which something could
   * hide or that needs a dictionary is an {@link ArchiveException}.
   */
  public static InputStream decompress(InputStream in) throws IOException {
    var zstd = new ZstdInputStream(new FrameGuard(in));
    zstd.setLongMax(WINDOW_LOG);
    return new Decompressed(zstd);
  }

  private static final class Decompressed extends FilterInputStream {
    Decompressed(InputStream zstd) {
      super(zstd);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return in.read(buffer, offset, length);
      } catch (ZstdIOException e) {
        throw new ArchiveException(
            ArchiveException.Reason.FORM, "the volume is not a zstd stream with a window of 8 MiB");
      }
    }
  }
}
