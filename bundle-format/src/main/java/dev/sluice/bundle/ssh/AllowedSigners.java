package dev.sluice.bundle.ssh;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The {@code allowed_signers} file from which a stock {@code ssh-keygen -Y verify} learns who may
 * sign what (ssh-keygen(1), ALLOWED SIGNERS).
 *
 * <p>The file has one line per call of {@link #allow}, in that order.
 */
public final class AllowedSigners {
  private static final Pattern PRINCIPAL = Pattern.compile("[a-z0-9-]{1,32}");

  private final List<String> lines = new ArrayList<>();

  /**
   * Lets {@code key} sign for {@code namespaces} under the name {@code principal}.
   *
   * @throws IllegalArgumentException unless {@code principal} is 1 to 32 of {@code a-z}, {@code
   *     0-9} and {@code -} (the file would read patterns and lists into other characters), or when
   *     {@code namespaces} is empty (the file would read "any" into that)
   */
  public AllowedSigners allow(String principal, Set<Namespace> namespaces, SshPublicKey key) {
    if (!PRINCIPAL.matcher(principal).matches()) {
      throw new IllegalArgumentException("a principal is 1 to 32 of a-z, 0-9 and -");
    }
    if (namespaces.isEmpty()) {
      throw new IllegalArgumentException("an allowed signer needs a namespace");
    }
    String acts =
        EnumSet.copyOf(namespaces).stream().map(Namespace::toString).collect(joining(","));
    lines.add(principal + " namespaces=\"" + acts + "\" " + key.openSshText() + "\n");
    return this;
  }

  /** The whole file, ASCII, each line ended by LF. */
  public String text() {
    return String.join("", lines);
  }
}
