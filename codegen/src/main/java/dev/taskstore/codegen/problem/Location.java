package dev.taskstore.codegen.problem;

import java.util.Objects;

/**
 * The place of a problem. Unknown parts are empty texts.
 *
 * @param file the path of the changelog file
 * @param changeSet the id of the changeset
 * @param table the name of the table
 * @param column the name of the column
 */
public record Location(String file, String changeSet, String table, String column) {

  /** No place: the message of the problem contains it, or there is none. */
  public static final Location NONE = new Location("", "", "", "");

  /** Rejects null. */
  public Location {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(changeSet, "changeSet");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
  }

  /**
   * Returns the place of a changeset.
   *
   * @param file the path of the changelog file
   * @param changeSet the id of the changeset, or an empty text for the whole file
   * @return the place
   */
  public static Location of(String file, String changeSet) {
    return new Location(file, changeSet, "", "");
  }

  /**
   * Describes the place.
   *
   * @return such as {@code Column notes.text of changelog db/notes.xml (changeset 1)}; empty if
   *     nothing is known
   */
  public String describe() {
    String inFile = changeSet.isEmpty() ? file : file + " (changeset " + changeSet + ")";
    if (table.isEmpty()) {
      return inFile;
    }
    String object = column.isEmpty() ? "Table " + table : "Column " + table + "." + column;
    return file.isEmpty() ? object : object + " of changelog " + inFile;
  }
}
