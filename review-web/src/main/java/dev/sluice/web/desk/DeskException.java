package dev.sluice.web.desk;

import dev.sluice.state.text.SafeText;
import java.util.List;

/** The site refused; nothing was changed unless the sentence says so. */
public final class DeskException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Reason {
    /** What the page showed is not what there is now. */
    STALE,
    /** Another program works on the site. */
    BUSY,
    /** It must not be done. */
    REFUSED,
    /** The site itself is not in order. */
    SITE
  }

  private final Reason reason;
  private final transient SafeText sentence;
  private final transient List<SafeText> help;

  /**
   * @param sentence one sentence in plain words, without a capital and a full stop
   * @param help steps that help
   */
  public DeskException(Reason reason, SafeText sentence, List<SafeText> help, Throwable cause) {
    super(sentence.toString(), cause);
    this.reason = reason;
    this.sentence = sentence;
    this.help = List.copyOf(help);
  }

  public Reason reason() {
    return reason;
  }

  public SafeText sentence() {
    return sentence;
  }

  public List<SafeText> help() {
    return help;
  }
}
