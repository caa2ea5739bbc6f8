package dev.sluice.cli.site;

import dev.sluice.state.kind.KindDeclarationException;
import dev.sluice.state.kind.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kinds that a site declares beside the built-in ones: {@code kinds/*.json}, one each. Both
 * sides of a pairing need the same files, since what is of an unknown kind is refused on import.
 */
public final class KindFolder {
  private static final String NAME = "kinds";
  private static final int MOST_KINDS = 64;
  private static final long LARGEST_FILE = 1 << 20;

  private KindFolder() {}

  /**
   * All kinds that {@code site} knows.
   *
   * @throws SiteException KIND if a declaration cannot stand beside the others
   */
  public static Kinds kinds(SiteFolder site) throws IOException, SiteException {
    return with(Kinds.builtIn(), files(site.path().resolve(NAME)));
  }

  /** {@code kinds} and those that {@code files} declare. */
  public static Kinds with(Kinds kinds, List<Path> files) throws IOException, SiteException {
    var declarations = new ArrayList<byte[]>();
    for (Path file : files) {
      if (Files.size(file) > LARGEST_FILE) {
        throw new SiteException(SiteException.Reason.KIND, file + " is no declaration: too large");
      }
      declarations.add(Files.readAllBytes(file));
    }
    try {
      return declarations.isEmpty() ? kinds : kinds.withDeclarations(declarations);
    } catch (KindDeclarationException e) {
      throw new SiteException(
          SiteException.Reason.KIND, names(files) + " cannot be used: " + e.getMessage());
    }
  }

  private static String names(List<Path> files) {
    return String.join(", ", files.stream().map(file -> file.getFileName().toString()).toList());
  }

  private static List<Path> files(Path folder) throws IOException, SiteException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      if (files.size() > MOST_KINDS) {
        throw new SiteException(
            SiteException.Reason.KIND, "a site declares at most " + MOST_KINDS + " kinds");
      }
      return files;
    }
  }
}
