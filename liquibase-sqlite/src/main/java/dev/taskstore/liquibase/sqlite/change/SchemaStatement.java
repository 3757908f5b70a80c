package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.rebuild.Schema;
import java.sql.SQLException;
import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.database.DatabaseConnection;
import liquibase.database.PreparedStatementFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.statement.AbstractSqlStatement;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.SqlStatement;

/**
 * A statement that reads the definition of a table when it runs. It has no SQL text of its own: the
 * text depends on the definition at that time.
 */
final class SchemaStatement extends AbstractSqlStatement implements ExecutablePreparedStatement {

  private final Change change;
  private final Database database;
  private final String description;
  private final SchemaWork work;

  private SchemaStatement(Change change, Database database, String description, SchemaWork work) {
    this.change = change;
    this.database = database;
    this.description = description;
    this.work = work;
  }

  static SqlStatement[] of(Change change, Database database, String description, SchemaWork work) {
    return new SqlStatement[] {new SchemaStatement(change, database, description, work)};
  }

  Change change() {
    return change;
  }

  @Override
  public void execute(PreparedStatementFactory factory) throws DatabaseException {
    DatabaseConnection connection = database.getConnection();
    if (!(connection instanceof JdbcConnection jdbc)) {
      throw new DatabaseException("Cannot " + description + " without a JDBC connection.");
    }
    try {
      work.run(new Schema(jdbc.getUnderlyingConnection()));
    } catch (SQLException e) {
      throw new DatabaseException("Cannot " + description + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return description;
  }
}
