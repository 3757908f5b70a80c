package dev.taskstore.liquibase.sqlite.rebuild;

import dev.taskstore.liquibase.sqlite.text.Names;
import java.sql.SQLException;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Checks that views and triggers still name existing columns. SQLite compiles all of them when it
 * renames a table; the check renames an empty one.
 */
final class DependentCheck {

  private final Schema schema;
  private final boolean valid;

  private DependentCheck(Schema schema, boolean valid) {
    this.schema = schema;
    this.valid = valid;
  }

  /** Starts a check. Views and triggers that are already invalid turn it off. */
  static DependentCheck before(Schema schema) throws DatabaseException, SQLException {
    return new DependentCheck(schema, problem(schema) == null);
  }

  void after(String table) throws DatabaseException, SQLException {
    SQLException problem = valid ? problem(schema) : null;
    if (problem != null) {
      throw new DatabaseException(
          "A view or a trigger depends on the previous definition of the table "
              + table
              + "; drop it before this change, and create it again afterwards: "
              + problem.getMessage(),
          problem);
    }
  }

  private static @Nullable SQLException problem(Schema schema)
      throws DatabaseException, SQLException {
    String name = schema.freeName("_check");
    schema.execute("CREATE TABLE main." + Names.quote(name) + " (a)");
    SQLException problem = null;
    try {
      String other = schema.freeName("_checked");
      schema.alter("ALTER TABLE main." + Names.quote(name) + " RENAME TO " + Names.quote(other));
      name = other;
    } catch (SQLException e) {
      problem = e;
    }
    schema.execute("DROP TABLE main." + Names.quote(name));
    return problem;
  }
}
