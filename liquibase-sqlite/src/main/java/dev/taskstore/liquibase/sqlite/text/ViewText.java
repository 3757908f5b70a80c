package dev.taskstore.liquibase.sqlite.text;

/** Edits CREATE VIEW statements. */
public final class ViewText {

  private ViewText() {}

  /**
   * Returns a statement with another name.
   *
   * @param sql a CREATE VIEW statement, as {@code sqlite_schema} contains it
   * @param name the new name without quotes
   * @return the statement
   * @throws UnreadableDefinitionException if the statement does not create a view
   */
  public static String withName(String sql, String name) {
    Cursor cursor = new Cursor(sql);
    cursor.expect("CREATE");
    cursor.expect("VIEW");
    int start = cursor.nextStart();
    cursor.name();
    return cursor.text(0, start) + Names.quote(name) + cursor.text(cursor.end(), cursor.length());
  }
}
