package dev.sluice.cli.console;

import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * A command's refusal: ends the run with an exit code and is printed as an {@link ErrorReport}.
 *
 * <p>Unchecked, because only the top of the program handles it. Unless said otherwise nothing was
 * changed.
 */
public final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exit;
  private final transient SafeText sentence;
  private transient Facts subject = Facts.none();
  private transient Facts details = Facts.none();
  private transient SafeText meaning = SafeText.EMPTY;
  private final transient List<SafeText> help = new ArrayList<>();
  private Effect effect = Effect.NOTHING_CHANGED;

  /**
   * A refusal whose code word is the name of {@code exit}.
   *
   * @param sentence one sentence in plain words, without a capital and a full stop
   */
  public CliException(ExitCode exit, SafeText sentence) {
    super(sentence.toString());
    this.exit = exit;
    this.sentence = sentence;
  }

  /** The thing that is refused, for instance bundle and sender. */
  public CliException subject(String label, String value) {
    subject = subject.and(label, value);
    return this;
  }

  /** What was found out about it. */
  public CliException fact(String label, String value) {
    details = details.and(label, value);
    return this;
  }

  /** What was found out about it. */
  public CliException fact(String label, long value) {
    details = details.and(label, value);
    return this;
  }

  /** A sentence on what this means for the reader. */
  public CliException meaning(SafeText sentences) {
    meaning = sentences;
    return this;
  }

  /** What had been done; {@link Effect#NOTHING_CHANGED} unless set. */
  public CliException effect(Effect done) {
    effect = done;
    return this;
  }

  /** A command or a step that helps; may be called again. */
  public CliException help(SafeText step) {
    help.add(step);
    return this;
  }

  /** The failure underneath, shown with {@code -v}. */
  public CliException because(Throwable cause) {
    initCause(cause);
    return this;
  }

  public ExitCode exit() {
    return exit;
  }

  /** What is refused, in one sentence. */
  public SafeText sentence() {
    return sentence;
  }

  Facts subject() {
    return subject;
  }

  Facts details() {
    return details;
  }

  /** What it means for the reader; may be empty. */
  public SafeText meaning() {
    return meaning;
  }

  Effect effect() {
    return effect;
  }

  /** The steps that help. */
  public List<SafeText> help() {
    return List.copyOf(help);
  }
}
