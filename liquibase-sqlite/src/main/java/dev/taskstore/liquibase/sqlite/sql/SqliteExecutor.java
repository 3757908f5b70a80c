package dev.taskstore.liquibase.sqlite.sql;

import java.util.List;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.DatabaseException;
import liquibase.executor.jvm.JdbcExecutor;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.statement.SqlStatement;

/** Runs the SQL of changelogs on SQLite, in the terms of SQLite. */
public final class SqliteExecutor extends JdbcExecutor {

  /** Creates an executor. Liquibase calls this constructor. */
  public SqliteExecutor() {}

  @Override
  public int getPriority() {
    return PRIORITY_SPECIALIZED;
  }

  @Override
  public boolean supports(Database database) {
    return database instanceof SQLiteDatabase;
  }

  @Override
  public void execute(SqlStatement statement, List<SqlVisitor> visitors) throws DatabaseException {
    List<SqlStatement> translated = PlainSql.translated(statement, database);
    if (translated == null) {
      super.execute(statement, visitors);
      return;
    }
    for (SqlStatement own : translated) {
      execute(own, visitors);
    }
  }
}
