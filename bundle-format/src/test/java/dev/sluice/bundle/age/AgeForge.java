package dev.sluice.bundle.age;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Age files that open, with headers that no honest writer makes. */
public final class AgeForge {
  private final SecureRandom random;
  private final FileKey key;
  private final List<Stanza> stanzas = new ArrayList<>();

  public AgeForge(SecureRandom random) {
    this.random = random;
    this.key = FileKey.random(random);
  }

  /** Adds an honest stanza. */
  public AgeForge to(AgeRecipient recipient) {
    stanzas.add(recipient.wrap(key, random));
    return this;
  }

  /** Adds a stanza of any type, under which bytes can hide. */
  public AgeForge hide(String type, List<String> arguments, byte[] body) {
    stanzas.add(new Stanza(type, arguments, body));
    return this;
  }

  /** The whole file around {@code plain}, with the right MAC. */
  public byte[] seal(byte[] plain) {
    var file = new ByteArrayOutputStream();
    try (OutputStream out = AgeWriter.encrypt(file, key, stanzas, random)) {
      out.write(plain);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return file.toByteArray();
  }
}
