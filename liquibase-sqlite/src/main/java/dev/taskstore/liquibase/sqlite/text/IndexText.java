package dev.taskstore.liquibase.sqlite.text;

/** Reads CREATE INDEX statements. */
public final class IndexText {

  private IndexText() {}

  /**
   * Returns whether an index uses a column: as a key, in an expression or in its WHERE clause.
   *
   * @param sql a CREATE INDEX statement
   * @param column the name without quotes
   * @return whether the part after the table names the column
   */
  public static boolean uses(String sql, String column) {
    Cursor cursor = new Cursor(sql);
    while (!cursor.atEnd() && !cursor.nextIs("ON")) {
      cursor.skip();
    }
    cursor.expect("ON");
    cursor.name();
    int first = cursor.position();
    while (!cursor.atEnd()) {
      cursor.skip();
    }
    return cursor.since(first).stream().anyMatch(token -> token.names(column));
  }
}
