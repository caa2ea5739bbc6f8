package dev.sluice.web.preview;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * PNG, JPEG and GIF pictures, decoded here and drawn anew, so that a browser never sees the bytes
 * that came: no metadata, no second file behind the picture, one frame.
 */
public final class Pictures {
  private static final long MOST_PIXELS = 25_000_000;

  /** Larger pictures are shown smaller. */
  private static final long SHOWN_PIXELS = 4_000_000;

  private Pictures() {}

  /** A picture of the three formats; empty if the header is of none or of too large a one. */
  static Optional<Preview> preview(byte[] content) {
    try {
      return Optional.of(new Preview.Picture(read(content, Pictures::words)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The picture as a PNG of ours.
   *
   * @throws IOException if it is none of the three formats, damaged, or larger than 25 megapixels
   */
  public static byte[] redrawn(byte[] content) throws IOException {
    return read(content, Pictures::png);
  }

  private interface Work<T> {
    T on(ImageReader reader) throws IOException;
  }

  private static <T> T read(byte[] content, Work<T> work) throws IOException {
    String format =
        switch (Magic.of(content)) {
          case PNG -> "png";
          case JPEG -> "jpeg";
          case GIF -> "gif";
          default -> throw new IOException("none of the formats that are drawn");
        };
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader reader = readers.next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(in, true, true);
      if (pixels(reader) > MOST_PIXELS) {
        throw new IOException("too many pixels");
      }
      return work.on(reader);
    } catch (RuntimeException e) {
      // The JDK's readers answer some damage with unchecked exceptions.
      throw new IOException("a damaged picture", e);
    } finally {
      reader.dispose();
    }
  }

  private static long pixels(ImageReader reader) throws IOException {
    return (long) reader.getWidth(0) * reader.getHeight(0);
  }

  private static String words(ImageReader reader) throws IOException {
    return "%s, %d × %d pixels, drawn anew%s. What is in its metadata is not shown and would leave."
        .formatted(
            reader.getFormatName().toUpperCase(Locale.ROOT),
            reader.getWidth(0),
            reader.getHeight(0),
            step(reader) > 1 ? " and smaller" : "");
  }

  private static int step(ImageReader reader) throws IOException {
    return (int) Math.ceil(Math.sqrt((double) pixels(reader) / SHOWN_PIXELS));
  }

  private static byte[] png(ImageReader reader) throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    int step = Math.max(1, step(reader));
    param.setSourceSubsampling(step, step, 0, 0);
    BufferedImage read = reader.read(0, param);
    var drawn = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.drawImage(read, 0, 0, null);
    graphics.dispose();
    var out = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(drawn, "png", stream);
    }
    return out.toByteArray();
  }
}
