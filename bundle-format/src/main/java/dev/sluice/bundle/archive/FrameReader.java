package dev.sluice.bundle.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import dev.sluice.bundle.work.InOrder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * Decompresses frame by frame. Frames of up to 8 MiB that state their length, as {@link
 * FrameWriter} makes them, are read ahead and unpacked on all cores; any other is unpacked as it
 * comes.
 */
final class FrameReader extends InputStream {
  private static final int PACKED_MOST = (int) Zstd.compressBound(FrameBuffer.MOST);
  private static final InputStream NOTHING = new ByteArrayInputStream(new byte[0]);

  private final InputStream source;
  private final InOrder<InputStream> line = new InOrder<>();
  private InputStream current = NOTHING;
  private Optional<InputStream> unusual = Optional.empty();
  private boolean exhausted;

  FrameReader(InputStream source) {
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, to.length);
    if (length == 0) {
      return 0;
    }
    try {
      int count;
      while ((count = current.read(to, offset, length)) < 0) {
        if (!advance()) {
          return -1;
        }
      }
      return count;
    } catch (ZstdIOException e) {
      throw refused();
    }
  }

  @Override
  public void close() throws IOException {
    exhausted = true;
    line.abandon();
    current.close();
    source.close();
  }

  /** Goes on to the next frame; false at the end. */
  private boolean advance() throws IOException {
    current.close();
    current = NOTHING;
    while (!exhausted && unusual.isEmpty() && !line.isFull()) {
      readAhead();
    }
    if (!line.isEmpty()) {
      current = line.take();
    } else if (unusual.isPresent()) {
      current = unusual.get();
      unusual = Optional.empty();
    } else {
      return false;
    }
    return true;
  }

  private void readAhead() {
    try {
      Optional<Frame> frame = Frame.next(source);
      if (frame.isEmpty()) {
        exhausted = true;
      } else {
        take(frame.get());
      }
    } catch (IOException e) {
      exhausted = true;
      line.fail(e);
    }
  }

  private void take(Frame frame) throws IOException {
    long length = frame.contentLength().orElse(Long.MAX_VALUE);
    if (length > FrameBuffer.MOST) {
      unusual = Optional.of(unpacking(frame));
      return;
    }
    byte[] packed = frame.readNBytes(Math.min(PACKED_MOST, (int) Zstd.compressBound(length)));
    int more = frame.read();
    if (more < 0) {
      line.submit(() -> unpack(packed, (int) length));
    } else {
      var start = new ByteArrayInputStream(packed);
      var next = new ByteArrayInputStream(new byte[] {(byte) more});
      unusual =
          Optional.of(
              unpacking(new SequenceInputStream(start, new SequenceInputStream(next, frame))));
    }
  }

  private static InputStream unpacking(InputStream frame) throws IOException {
    var zstd = new ZstdInputStream(frame);
    zstd.setLongMax(Frame.LARGEST_WINDOW_LOG);
    return zstd;
  }

  private static InputStream unpack(byte[] packed, int length) throws IOException {
    byte[] content = new byte[length];
    try (var zstd = new ZstdDecompressCtx()) {
      int count = zstd.decompressByteArray(content, 0, length, packed, 0, packed.length);
      if (count == length) {
        return new ByteArrayInputStream(content);
      }
    } catch (ZstdException e) {
      throw refused();
    }
    throw refused();
  }

  private static ArchiveException refused() {
    return new ArchiveException(
        ArchiveException.Reason.FORM, "the volume is not a zstd stream with a window of 8 MiB");
  }
}
