package dev.taskstore.codegen;

import java.util.Locale;

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
  REPORT;

  /**
   * Returns a mode by its name.
   *
   * @param name {@code fail} or {@code report}, in any case
   * @return the mode
   * @throws GenerationException if there is no such mode
   */
  public static UnsupportedMode named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "fail" -> FAIL;
      case "report" -> REPORT;
      default ->
          throw new GenerationException(
              "unsupported is \"" + name + "\"; write fail or report instead.");
    };
  }
}
