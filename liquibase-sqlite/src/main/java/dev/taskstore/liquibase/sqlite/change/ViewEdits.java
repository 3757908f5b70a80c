package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.rebuild.Schema;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.ViewText;
import java.sql.SQLException;
import liquibase.exception.DatabaseException;

/** Renames views, which SQLite's ALTER TABLE does not. */
final class ViewEdits {

  private ViewEdits() {}

  static void rename(Schema schema, String from, String to) throws DatabaseException, SQLException {
    String sql =
        schema.value(
            "SELECT sql FROM main.sqlite_schema WHERE type = 'view' AND name = "
                + Names.string(from)
                + " COLLATE NOCASE");
    if (sql == null) {
      throw new DatabaseException("The view " + from + " does not exist.");
    }
    schema.replaceView(from, ViewText.withName(sql, to));
  }
}
