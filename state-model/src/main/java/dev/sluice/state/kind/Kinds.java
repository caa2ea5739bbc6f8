package dev.sluice.state.kind;

import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.kind.KindDeclarationException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All kinds that a site knows.
 *
 * <p>Names and prefixes are unique, every reference points at a kind in here, and each kind is part
 * of some batch. Both sides of a pairing need the same declarations: a document of a kind that the
 * importing side lacks is refused.
 */
public final class Kinds {
  /** What a reference declares as its target when any kind will do. */
  public static final String ANY = "any";

  private static final List<String> BUILT_IN_NAMES =
      List.of(
          "asset",
          "code",
          "dataset",
          "endpoint",
          "files",
          "files_section",
          "job",
          "log",
          "message",
          "project",
          "request",
          "result",
          "user");
  private static final Kinds BUILT_IN = loadBuiltIn();

  private final SortedMap<String, Kind> byName;
  private final Map<String, Kind> byPrefix;

  private Kinds(Collection<Kind> kinds) throws KindDeclarationException {
    var names = new TreeMap<String, Kind>();
    var prefixes = new HashMap<String, Kind>();
    for (Kind kind : kinds) {
      if (names.put(kind.name(), kind) != null) {
        throw new KindDeclarationException(
            Reason.DUPLICATE_NAME, "two kinds are named " + kind.name());
      }
      if (prefixes.put(kind.prefix(), kind) != null) {
        throw new KindDeclarationException(
            Reason.DUPLICATE_PREFIX, "two kinds have the prefix " + kind.prefix());
      }
    }
    byName = Collections.unmodifiableSortedMap(names);
    byPrefix = Map.copyOf(prefixes);
    checkTargets();
    checkTravel();
  }

  /** The kinds that every site knows. */
  public static Kinds builtIn() {
    return BUILT_IN;
  }

  /**
   * These kinds and more.
   *
   * @param declarations one JSON document per kind, UTF-8, at most 1 MiB
   */
  public Kinds withDeclarations(List<byte[]> declarations) throws KindDeclarationException {
    var kinds = new ArrayList<>(byName.values());
    for (byte[] declaration : declarations) {
      try {
        kinds.add(KindDeclaration.parse(declaration));
      } catch (NotCanonicalException e) {
        throw new KindDeclarationException(Reason.MALFORMED, e.getMessage());
      }
    }
    return new Kinds(kinds);
  }

  /** The kind called {@code name}. */
  public Optional<Kind> kind(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The kind whose ids start with {@code prefix}. */
  public Optional<Kind> forPrefix(String prefix) {
    return Optional.ofNullable(byPrefix.get(prefix));
  }

  /** Every kind, by name. */
  public Collection<Kind> all() {
    return byName.values();
  }

  private void checkTargets() throws KindDeclarationException {
    for (Kind kind : all()) {
      for (FieldRule rule : kind.fields().values()) {
        if (rule.target().filter(target -> !byName.containsKey(target)).isPresent()) {
          throw new KindDeclarationException(
              Reason.UNKNOWN_TARGET, "kind " + kind.name() + " refers to a kind nobody declares");
        }
      }
    }
  }

  private void checkTravel() throws KindDeclarationException {
    var reach = new Reach(all());
    for (Kind kind : all()) {
      if (!reach.includes(kind)) {
        throw new KindDeclarationException(
            Reason.NEVER_TRAVELS, "no root leads to an object of kind " + kind.name());
      }
    }
  }

  private static Kinds loadBuiltIn() {
    var kinds = new ArrayList<Kind>();
    for (String name : BUILT_IN_NAMES) {
      kinds.add(loadBuiltIn(name));
    }
    try {
      return new Kinds(kinds);
    } catch (KindDeclarationException e) {
      throw new IllegalStateException("the built-in kinds do not fit together", e);
    }
  }

  private static Kind loadBuiltIn(String name) {
    try (InputStream resource = Kinds.class.getResourceAsStream(name + ".json")) {
      return KindDeclaration.parse(resource.readAllBytes());
    } catch (NotCanonicalException e) {
      throw new IllegalStateException("built-in kind " + name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
