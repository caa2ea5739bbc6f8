package dev.sluice.cli.testing;

import dev.sluice.cli.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two sites whose keys and pairing are made with other options than those of {@link TwoSites}. */
public final class Pairs {
  private final Path folder;
  private final String agent;

  /**
   * Sites below {@code folder}.
   *
   * @param agent where an ssh-agent listens, or nothing
   */
  public Pairs(Path folder, String agent) {
    this.folder = folder;
    this.agent = agent;
  }

  /** Runs the program on one side, without a terminal. */
  public Outcome on(String side, String... arguments) {
    var all = new ArrayList<>(List.of("-C", folder.resolve(side).toString(), "--as", "ana"));
    all.addAll(List.of(arguments));
    return new PretendedProcess().with("SSH_AUTH_SOCK", agent).run(all.toArray(String[]::new));
  }

  /** Makes the site {@code side} and its keys with these options. */
  public Pairs site(String side, String... options) {
    on(side, "init", "--side", side, "--name", side + "-lab").exits(ExitCode.OK);
    var all = new ArrayList<>(List.of("key", "generate", "--no-passphrase"));
    all.addAll(List.of(options));
    on(side, all.toArray(String[]::new)).exits(ExitCode.OK);
    return this;
  }

  /** The high side takes in the low side's card with these options. */
  public Outcome merge(String... options) {
    String card = folder.resolve("low-" + System.nanoTime() + ".card").toString();
    on("low", "key", "export", card).exits(ExitCode.OK);
    var all = new ArrayList<>(List.of("peer", "add", card, "--suite", "x25519"));
    all.addAll(List.of(options));
    return on("high", all.toArray(String[]::new));
  }

  /** Pairs the sites. */
  public Pairs pair(String... options) throws Exception {
    merge(options).exits(ExitCode.OK);
    Path atHigh = folder.resolve("high/peers/low-lab/pairing.json");
    Path atLow = folder.resolve("low/peers/high-lab/pairing.json");
    String words = Ceremony.words(atHigh);
    on("high", "peer", "confirm", "low-lab", "--words", words).exits(ExitCode.OK);
    on("low", "peer", "add", atHigh.toString()).exits(ExitCode.OK);
    on("low", "peer", "confirm", "high-lab", "--words", words).exits(ExitCode.OK);
    on("high", "peer", "add", atLow.toString()).exits(ExitCode.OK);
    return this;
  }

  /** Adds something to carry and writes it to a stick, on the low side. */
  public Path export() throws Exception {
    on("low", "user", "add", "curie@example.org", "--name", "Marie Curie").exits(ExitCode.OK);
    on("low", "project", "create", "Sums", "--by", "curie@example.org").exits(ExitCode.OK);
    Path stick = Files.createDirectories(folder.resolve("stick"));
    on("low", "export", "--out", stick.toString()).exits(ExitCode.OK);
    return stick;
  }
}
