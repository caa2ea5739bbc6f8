package dev.sluice.bundle.age;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Opens a payload chunk by chunk. After a refusal it stays refused. */
final class PayloadReader extends InputStream {
  private final InputStream source;
  private final ChaChaPoly cipher;
  private final byte[] sealed = new byte[Chunks.SEALED_SIZE];
  private final byte[] plain = new byte[Chunks.SIZE];
  private int position;
  private int limit;
  private long index;
  private State state = State.MORE;

  private enum State {
    MORE,
    LAST_CHUNK,
    ENDED,
    REFUSED
  }

  PayloadReader(InputStream source, ChaChaPoly cipher) {
    this.source = source;
    this.cipher = cipher;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, to.length);
    if (length == 0) {
      return 0;
    }
    while (position == limit) {
      switch (state) {
        case MORE -> nextChunk();
        case LAST_CHUNK -> requireEnd();
        case ENDED -> {
          return -1;
        }
        case REFUSED -> throw refused("was refused before");
      }
    }
    int step = Math.min(length, limit - position);
    System.arraycopy(plain, position, to, offset, step);
    position += step;
    return step;
  }

  @Override
  public int available() {
    return limit - position;
  }

  private void nextChunk() throws IOException {
    int length = source.readNBytes(sealed, 0, sealed.length);
    if (length < ChaChaPoly.TAG_LENGTH) {
      throw refused("is cut short");
    }
    boolean last = isLast(length);
    if (length == ChaChaPoly.TAG_LENGTH && index > 0) {
      throw refused("has an empty chunk after its end");
    }
    position = 0;
    limit = length - ChaChaPoly.TAG_LENGTH;
    index++;
    state = last ? State.LAST_CHUNK : State.MORE;
  }

  /** Opens the chunk; a full one says by its nonce only whether another follows. */
  private boolean isLast(int length) throws AgeException {
    if (length == sealed.length && cipher.open(Chunks.nonce(index, false), sealed, length, plain)) {
      return false;
    }
    if (!cipher.open(Chunks.nonce(index, true), sealed, length, plain)) {
      throw refused("was changed or cut short");
    }
    return true;
  }

  private void requireEnd() throws IOException {
    if (source.read() >= 0) {
      throw refused("is followed by bytes that do not belong to it");
    }
    state = State.ENDED;
  }

  private AgeException refused(String why) {
    state = State.REFUSED;
    return new AgeException(AgeException.Reason.PAYLOAD, "the encrypted payload " + why);
  }
}
