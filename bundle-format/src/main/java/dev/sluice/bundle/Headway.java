package dev.sluice.bundle;

/** Hears how far the work on a bundle has come. Called by the thread that does the work. */
public interface Headway {
  /** What is done with the bytes of a bundle. */
  enum Stage {
    /** They are packed, encrypted and signed. */
    SEAL,
    /** They go onto the medium. */
    WRITE,
    /** They are read back from the medium that they were written to. */
    READ_BACK,
    /** They are compared with what was signed. */
    VERIFY,
    /** They are taken from the medium, and compared with what was signed. */
    TAKE,
    /** They are decrypted and unpacked. */
    OPEN
  }

  /** Nobody listens. */
  Headway NONE =
      new Headway() {
        @Override
        public void begin(Stage stage, long bytes) {}

        @Override
        public void advance(long bytes) {}
      };

  /**
   * A stage begins.
   *
   * @param bytes how many it will be; at most, while a bundle is sealed
   */
  void begin(Stage stage, long bytes);

  /** So many more bytes of the stage are done. */
  void advance(long bytes);
}
