package dev.sluice.datasite.run;

import dev.sluice.datasite.run.RunRefusedException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One run to make: which code, on what, how far it may go.
 *
 * @param language what the source is written in, whatever its file is called
 * @param source the code; it is copied, so it does not have to stay
 * @param entry name of the function to call, an ASCII identifier; used by Python only
 * @param assets private files by the name under which the code sees them; 1 to {@link #MOST_ASSETS}
 * @param limits what the run may use
 * @param folder where the run's files go; it must not exist, its parent must
 * @param hidden existing folders that the code must not see into; an asset or the run's own folder
 *     may lie inside one and is still seen. An interpreter may not. Only {@link
 *     Isolation#BUBBLEWRAP} can keep this
 */
public record RunRequest(
    Language language,
    Path source,
    String entry,
    SortedMap<String, Path> assets,
    RunLimits limits,
    Path folder,
    List<Path> hidden) {
  /** How many assets one run may have. */
  public static final int MOST_ASSETS = 64;

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

  public RunRequest {
    assets = Collections.unmodifiableSortedMap(new TreeMap<>(assets));
    hidden = List.copyOf(hidden);
  }

  /** A request that hides nothing. */
  public static RunRequest of(
      Language language,
      Path source,
      String entry,
      Map<String, Path> assets,
      RunLimits limits,
      Path folder) {
    return new RunRequest(
        language, source, entry, new TreeMap<>(assets), limits, folder, List.of());
  }

  public RunRequest hiding(List<Path> folders) {
    return new RunRequest(language, source, entry, assets, limits, folder, folders);
  }

  /** Whether {@code name} may be an entry, in every language. */
  public static boolean isEntry(String name) {
    return IDENTIFIER.matcher(name).matches();
  }

  /** Refuses what the run would trip over, above all names that come from a researcher. */
  void check() throws RunRefusedException {
    checkNames();
    for (Path asset : assets.values()) {
      require(Files.isRegularFile(asset), "an asset is not a file: " + asset);
    }
    require(Files.isRegularFile(source), "the source is not a file: " + source);
    for (Path folder : hidden) {
      require(Files.isDirectory(folder), "what should be hidden is not a folder: " + folder);
    }
  }

  private static void require(boolean fit, String message) throws RunRefusedException {
    if (!fit) {
      throw new RunRefusedException(Reason.FILE_UNFIT, message);
    }
  }

  private void checkNames() throws RunRefusedException {
    if (assets.isEmpty() || assets.size() > MOST_ASSETS) {
      throw new RunRefusedException(
          Reason.ASSETS_UNFIT, "a run has 1 to " + MOST_ASSETS + " assets, not " + assets.size());
    }
    if (!assets.keySet().stream().allMatch(name -> PLAIN_NAME.matcher(name).matches())) {
      throw new RunRefusedException(
          Reason.ASSETS_UNFIT,
          "an asset's name is up to 100 letters, digits, dots, hyphens and underscores");
    }
    if (!isEntry(entry)) {
      throw new RunRefusedException(
          Reason.ENTRY_UNFIT, "the entry is up to 100 letters, digits and underscores");
    }
  }
}
