package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Writes the SSH data types (RFC 4251 section 5). */
final class WireWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  WireWriter literal(byte[] raw) {
    bytes.writeBytes(raw);
    return this;
  }

  WireWriter uint32(int value) {
    return literal(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  WireWriter string(byte[] content) {
    return uint32(content.length).literal(content);
  }

  WireWriter name(String ascii) {
    return string(ascii.getBytes(US_ASCII));
  }

  int size() {
    return bytes.size();
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
