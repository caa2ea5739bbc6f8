package dev.sluice.cli.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Request;
import dev.sluice.datasite.Requests;
import dev.sluice.datasite.Submission;
import dev.sluice.state.ObjectId;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.store.StateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A paired low and high site in one folder, made by the program itself. The low side has the user
 * {@link #CURIE}, the dataset {@code numbers} and the project {@code Sums}; the high side has the
 * dataset with private data unless {@link #withoutDataset} made it.
 */
public final class TwoSites {
  public static final String CURIE = "curie@example.org";

  private final Path folder;
  private final boolean processes;
  private Clock clock = Clock.fixed(PretendedProcess.NOW, ZoneOffset.UTC);

  TwoSites(Path folder, boolean processes) {
    this.folder = folder;
    this.processes = processes;
  }

  /** Sites that both have the dataset; they share their keys with all others of the same tests. */
  public static TwoSites paired(Path folder) throws Exception {
    PairMaking.PAIR.copyTo(folder);
    return new TwoSites(folder, false);
  }

  /** Sites of which the high one lacks the dataset. */
  public static TwoSites withoutDataset(Path folder) throws Exception {
    var sites = new TwoSites(folder, false);
    new PairMaking(sites, folder).make();
    return sites;
  }

  /** Both sites as they are now, once more in an empty folder. */
  public TwoSites copiedTo(Path other) throws IOException {
    FolderImage.of(folder).copyTo(other);
    return new TwoSites(other, processes);
  }

  /** The same sites, on which each command is a process of its own. */
  public TwoSites inProcesses() {
    return new TwoSites(folder, true);
  }

  /** Lets it be noon of that day on both sides. */
  public void onDay(LocalDate day) {
    clock = Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
  }

  /** Runs the program on the low side, without a terminal. */
  public Outcome low(String... arguments) {
    return run("low", arguments);
  }

  /** Runs the program on the high side, without a terminal. */
  public Outcome high(String... arguments) {
    return run("high", arguments);
  }

  /** Runs the program on a guard station beside the two sites, without a terminal. */
  public Outcome guard(String... arguments) {
    return run("guard", arguments);
  }

  /** Runs the program on the high side, where it finds the interpreters of this machine. */
  public Outcome highOnPath(String... arguments) {
    return processes ? high(arguments) : high(new PretendedProcess(), arguments);
  }

  /** The same in a process that is made ready for more. */
  public Outcome high(PretendedProcess process, String... arguments) {
    return run(process.with("PATH", System.getenv("PATH")), "high", arguments);
  }

  /** Runs the program on the high side, as ana at a terminal, typing {@code text}. */
  public Outcome highTyping(String text, String... arguments) {
    return run(new PretendedProcess().atTerminal(200).types(text), "high", arguments);
  }

  /** Runs the program on the high side as another person than ana. */
  public Outcome highAs(String person, String... arguments) {
    return runAs(person, "high", arguments);
  }

  Outcome run(String side, String... arguments) {
    return runAs("ana", side, arguments);
  }

  private Outcome runAs(String person, String side, String... arguments) {
    String[] words = all(side, person, arguments);
    return processes
        ? SluiceProcess.in(folder).run(words)
        : new PretendedProcess().clock(clock).run(words);
  }

  private Outcome run(PretendedProcess process, String side, String... arguments) {
    return process.run(all(side, "ana", arguments));
  }

  private String[] all(String side, String person, String... arguments) {
    var all = new ArrayList<>(List.of("-C", folder.resolve(side).toString()));
    all.addAll(List.of("--as", person, "--color", "never"));
    all.addAll(List.of(arguments));
    return all.toArray(String[]::new);
  }

  /** Carries a stick from the low to the high side. */
  public void carryUp() throws IOException {
    Path stick = stick();
    low("export", "--out", stick.toString()).exits(ExitCode.OK);
    high("import", stick.toString()).exits(ExitCode.OK);
  }

  /** Carries a stick from the high to the low side, with so many private items on it. */
  public void carryDown(int privateItems) throws IOException {
    Path stick = stick();
    high("export", "--out", stick.toString(), "--confirm-private", "" + privateItems)
        .exits(ExitCode.OK);
    low("import", stick.toString()).exits(ExitCode.OK);
  }

  private Path stick() throws IOException {
    int number = 1;
    while (Files.exists(folder.resolve("stick-" + number))) {
      number++;
    }
    return Files.createDirectory(folder.resolve("stick-" + number));
  }

  /** Hands in a request whose code is {@code source}; its id. */
  public ObjectId submit(String name, String purpose, String source) throws Exception {
    Path code = Files.write(folder.resolve(name + ".py"), source.getBytes(UTF_8));
    var submission =
        new Submission(name, code, "numbers", purpose, Optional.of("Sums"), CURIE, List.of());
    Request request = onLow(site -> new Requests(site).submit(submission));
    return request.id();
  }

  /** Hands in a harmless request; its id. */
  public ObjectId submit(String name) throws Exception {
    return submit(name, "Research", "def " + name + "(data):\n    return sum(data)\n");
  }

  /** What a person types for {@code id}. */
  public static String typed(ObjectId id) {
    return id.text().substring(0, 12);
  }

  /** Work on one site's data. */
  public interface Work<T> {
    T on(Datasite site) throws Exception;
  }

  public <T> T onLow(Work<T> work) throws Exception {
    return on("low", work);
  }

  public <T> T onHigh(Work<T> work) throws Exception {
    return on("high", work);
  }

  private <T> T on(String side, Work<T> work) throws Exception {
    Path path = folder.resolve(side).resolve("store");
    try (StateStore store = StateStore.open(path, Clock.systemUTC())) {
      return work.on(new Datasite(store, Kinds.builtIn(), new SecureRandom(), "test"));
    }
  }
}
