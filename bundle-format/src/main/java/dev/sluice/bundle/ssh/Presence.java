package dev.sluice.bundle.ssh;

import java.nio.ByteBuffer;

/**
 * What a hardware key signed beside the message (PROTOCOL.u2f): whether a person was there, and a
 * count.
 *
 * <p>The counter is shown and decides nothing. Sticks arrive in any order, many authenticators
 * count all their uses together, and some always say 0, so neither a step back nor a jump proves a
 * copy.
 *
 * @param flags of the authenticator, 8 bits
 * @param counter how often it has signed, unsigned 32 bits
 */
public record Presence(int flags, long counter) {
  static final int BYTES = 1 + Integer.BYTES;

  private static final int TOUCHED = 0x01;
  private static final int VERIFIED = 0x04;

  /** Attested data or extensions would follow, which OpenSSH signatures have no room for. */
  private static final int MORE_FOLLOWS = 0xC0;

  /** Whether somebody touched the key. */
  public boolean touched() {
    return (flags & TOUCHED) != 0;
  }

  /** Whether the key verified who that was, by PIN or finger. */
  public boolean verified() {
    return (flags & VERIFIED) != 0;
  }

  static Presence read(WireReader reader) throws SshException {
    ByteBuffer bytes = ByteBuffer.wrap(reader.bytes(BYTES, "flags and counter"));
    var presence =
        new Presence(Byte.toUnsignedInt(bytes.get()), Integer.toUnsignedLong(bytes.getInt()));
    if ((presence.flags & MORE_FOLLOWS) != 0) {
      throw reader.refused("the hardware key's flags announce data that cannot follow");
    }
    return presence;
  }

  byte[] bytes() {
    return ByteBuffer.allocate(BYTES).put((byte) flags).putInt((int) counter).array();
  }
}
