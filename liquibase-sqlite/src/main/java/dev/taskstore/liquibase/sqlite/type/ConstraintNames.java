package dev.taskstore.liquibase.sqlite.type;

/** The names of the CHECKs that this extension adds. */
public final class ConstraintNames {

  private ConstraintNames() {}

  /**
   * Returns the name of a CHECK.
   *
   * @param table the table
   * @param column the column
   * @param kind the kind of the limit
   * @return the name
   */
  public static String check(String table, String column, String kind) {
    return "ck_" + table + "_" + column + "_" + kind;
  }
}
