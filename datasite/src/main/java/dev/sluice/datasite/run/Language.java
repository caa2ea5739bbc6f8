package dev.sluice.datasite.run;

/** A language that code may be written in, with the program that runs it. */
public enum Language {
  PYTHON(".py", "python3", "Python 3.8 or newer"),
  JAVA(".java", "java", "a JDK, 17 or newer"),
  R(".R", "Rscript", "R"),
  SHELL(".sh", "sh", "a POSIX shell");

  private final String ending;
  private final String interpreter;
  private final String install;

  Language(String ending, String interpreter, String install) {
    this.ending = ending;
    this.interpreter = interpreter;
    this.install = install;
  }

  /**
   * The language that a file's name ends in. Case counts.
   *
   * @throws RunRefusedException with {@code LANGUAGE_UNKNOWN} for every other ending
   */
  public static Language ofFileName(String name) throws RunRefusedException {
    for (Language language : values()) {
      if (name.endsWith(language.ending)) {
        return language;
      }
    }
    throw new RunRefusedException(
        RunRefusedException.Reason.LANGUAGE_UNKNOWN,
        "code is run from files that end in .py, .java, .R or .sh");
  }

  /** The ending of its files, with the dot. */
  public String ending() {
    return ending;
  }

  String interpreter() {
    return interpreter;
  }

  String install() {
    return install;
  }
}
