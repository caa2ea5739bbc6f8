package dev.sluice.bundle;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Tells of what is written. */
public final class HeardFolder implements BundleFolder {
  private final BundleFolder target;
  private final Headway headway;

  public HeardFolder(BundleFolder target, Headway headway) {
    this.target = target;
    this.headway = headway;
  }

  @Override
  public void write(String name, Content content) throws IOException {
    target.write(name, out -> content.writeTo(new Heard(out)));
  }

  @Override
  public InputStream read(String name) throws IOException {
    return target.read(name);
  }

  private final class Heard extends FilterOutputStream {
    Heard(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      out.write(bytes, offset, count);
      headway.advance(count);
    }
  }
}
