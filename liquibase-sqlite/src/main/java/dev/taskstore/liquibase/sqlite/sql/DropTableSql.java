package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.change.DropTableChangeSqlite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Drops several tables, and the foreign keys that reference them. */
final class DropTableSql {

  private DropTableSql() {}

  /** Reads a statement after {@code DROP TABLE}. */
  static List<SqlStatement> translate(SqlReader reader, Database database) {
    boolean ifExists = reader.accept("if", "exists");
    List<String> tables = new ArrayList<>();
    do {
      tables.add(reader.table());
    } while (reader.acceptSymbol(','));
    boolean cascade = reader.accept("cascade");
    if (tables.size() == 1 && !cascade) {
      throw new NotTranslatedException("SQLite has the same statement.");
    }
    reader.accept("restrict");
    reader.expectEnd();
    List<SqlStatement> statements = new ArrayList<>();
    for (String table : tables) {
      if (!ifExists || TableColumns.of(database, table).isPresent()) {
        DropTableChangeSqlite change = new DropTableChangeSqlite();
        change.setTableName(table);
        change.setCascadeConstraints(cascade);
        statements.addAll(Arrays.asList(change.generateStatements(database)));
      }
    }
    return statements;
  }
}
