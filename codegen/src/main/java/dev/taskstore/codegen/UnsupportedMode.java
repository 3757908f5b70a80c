package dev.taskstore.codegen;

/** What the generator does with tables and columns that it cannot generate. */
public enum UnsupportedMode {
  /** Nothing is generated; the exception contains all problems. */
  FAIL,
  /**
   * Everything else is generated. A column is left out if the table works without it: if it accepts
   * NULL, has a default or is computed. Otherwise, the repository of the table is left out, and the
   * table has jOOQ's classes only. The result of the run lists what is left out.
   *
   * <p>Problems of files, changesets, options and marks of personal data still fail, and so does a
   * column with such a mark that cannot be generated.
   */
  REPORT
}
