package dev.taskstore.transfer.report;

/** The phases of a copy, in their order. */
public enum CopyPhase {
  /** Checks the rows of the source and the schemas of both databases. */
  PREFLIGHT("preflight"),
  /** Marks the target as incomplete, migrates it, and drops indexes and keys. */
  PREPARE("prepare"),
  /** Loads the rows. */
  COPY("copy"),
  /** Builds indexes and keys. */
  BUILD("build"),
  /** Applies the changes that were written to the source meanwhile. Live copies only. */
  CATCH_UP("catch up"),
  /** Seals the source and applies the last changes. Live copies only. */
  SEAL("seal"),
  /** Builds foreign keys, and sets the next values of identity columns. */
  FINISH("finish"),
  /** Compares the rows of both databases, and the schema of the target with its changelog. */
  VERIFY("verify");

  private final String word;

  CopyPhase(String word) {
    this.word = word;
  }

  /**
   * Returns the name of the phase for people.
   *
   * @return one or two words in lower case
   */
  public String word() {
    return word;
  }
}
