package dev.sluice.datasite.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one run. Only {@code out} and {@code scratch} belong to the code; {@code code} and
 * {@code input} are what it is given; what stays beside them after the run is the site's.
 */
final class RunFolder {
  static final String RESULT = "result";
  static final String STDOUT = "stdout";
  static final String STDERR = "stderr";

  /** Where other programs of the machine keep files and sockets, covered in every run. */
  private static final List<Path> SHARED =
      List.of(Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/run"));

  private static final String DRIVER = "driver.py";
  private static final Duration MOST_FOR_REMOVAL = Duration.ofMinutes(10);

  private final Path root;
  private final RunRequest request;

  private RunFolder(Path root, RunRequest request) {
    this.root = root;
    this.request = request;
  }

  /**
   * Makes the folder, open to this account only, with the code in it and an empty file per asset.
   */
  static RunFolder create(RunRequest request) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Path made = Files.createDirectory(request.folder(), ownerOnly);
    var folder = new RunFolder(made.toRealPath(), request);
    for (Path part : folder.parts()) {
      Files.createDirectory(part);
    }
    Files.copy(request.source(), folder.code());
    if (request.language() == Language.PYTHON) {
      try (var driver = RunFolder.class.getResourceAsStream(DRIVER)) {
        Files.copy(driver, folder.driver());
      }
    }
    for (String name : request.assets().keySet()) {
      Files.createFile(folder.inputs().resolve(name));
    }
    return folder;
  }

  /**
   * Puts copies of the assets where a sandbox without mounts would otherwise show empty files. The
   * code could write to an asset itself, so it is not given its path.
   */
  void copyAssets() throws IOException {
    for (var asset : request.assets().entrySet()) {
      Path copy = inputs().resolve(asset.getKey());
      Files.copy(asset.getValue(), copy, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--------"));
    }
  }

  /** What the code is to see where files can be shown and covered. */
  View view() throws IOException {
    var readable = new TreeMap<Path, Path>();
    readable.put(root.resolve("code"), root.resolve("code"));
    readable.put(inputs(), inputs());
    for (var asset : request.assets().entrySet()) {
      readable.put(inputs().resolve(asset.getKey()), asset.getValue().toRealPath());
    }
    return new View(covered(), readable, List.of(out(), scratch()), scratch());
  }

  /** Outer folders first, since a cover lies over everything before it. */
  private List<Path> covered() throws IOException {
    var covered = new ArrayList<Path>();
    for (Path folder : Stream.concat(SHARED.stream(), request.hidden().stream()).toList()) {
      if (Files.isDirectory(folder)) {
        covered.add(folder.toRealPath());
      }
    }
    return covered.stream().distinct().sorted(Comparator.comparing(Path::getNameCount)).toList();
  }

  Map<String, String> environment(SearchPath path) {
    return Map.of(
        "SLUICE_INPUT", input().toString(),
        "SLUICE_RESULT", produced().toString(),
        "SLUICE_SCRATCH", scratch().toString(),
        "HOME", scratch().toString(),
        "TMPDIR", scratch().toString(),
        "PATH", path.toString(),
        "LANG", "C.UTF-8");
  }

  /** Takes the result over if it is acceptable. No process of the run may be left. */
  ResultCheck collectResult() throws IOException {
    return ResultCollector.collect(
        produced(), root.resolve(RESULT), request.limits().resultBytes());
  }

  /**
   * Removes everything but result and streams. The tree was made by the code: it may be too deep
   * for Java's paths, closed to its owner and full of links, none of which troubles find(1) and
   * rm(1).
   */
  void removeRest(Path shell) throws IOException {
    var line = new ArrayList<String>();
    String script =
        "find \"$@\" -type d ! -perm -700 -exec chmod u+rwx {} \\;; exec rm -rf -- \"$@\"";
    line.addAll(List.of(shell.toString(), "-c", script, "remove"));
    parts().forEach(part -> line.add(part.toString()));
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!Endings.await(process, MOST_FOR_REMOVAL) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("private files of the run could not be removed from " + root);
    }
  }

  /** The asset's file when there is one, else the folder of all. */
  Path input() {
    return request.assets().size() == 1 ? inputs().resolve(request.assets().firstKey()) : inputs();
  }

  /** A name of our own: the source's may be anything. */
  Path code() {
    return root.resolve("code").resolve("Main" + request.language().ending());
  }

  Path driver() {
    return root.resolve("code").resolve(DRIVER);
  }

  /** Where the code puts its result. */
  Path produced() {
    return out().resolve(RESULT);
  }

  Path scratch() {
    return root.resolve("scratch");
  }

  Path stdout() {
    return root.resolve(STDOUT);
  }

  Path stderr() {
    return root.resolve(STDERR);
  }

  private Path out() {
    return root.resolve("out");
  }

  private Path inputs() {
    return root.resolve("input");
  }

  private List<Path> parts() {
    return List.of(root.resolve("code"), inputs(), out(), scratch());
  }
}
