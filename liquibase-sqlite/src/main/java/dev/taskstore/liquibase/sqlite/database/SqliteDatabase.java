package dev.taskstore.liquibase.sqlite.database;

import java.util.List;
import liquibase.database.core.SQLiteDatabase;

/**
 * SQLite with the words that are not names without quotes. Liquibase quotes the words that it
 * knows, and knows none of SQLite.
 */
public final class SqliteDatabase extends SQLiteDatabase {

  /**
   * From the documentation of SQLite, "SQLite Keywords", without the words that its parser accepts
   * as names.
   */
  private static final List<String> RESERVED_WORDS =
      List.of(
          "ADD",
          "ALL",
          "ALTER",
          "AND",
          "AS",
          "AUTOINCREMENT",
          "BETWEEN",
          "CASE",
          "CHECK",
          "COLLATE",
          "COMMIT",
          "CONSTRAINT",
          "CREATE",
          "DEFAULT",
          "DEFERRABLE",
          "DELETE",
          "DISTINCT",
          "DROP",
          "ELSE",
          "ESCAPE",
          "EXCEPT",
          "EXISTS",
          "FOREIGN",
          "FROM",
          "GROUP",
          "HAVING",
          "IN",
          "INDEX",
          "INSERT",
          "INTERSECT",
          "INTO",
          "IS",
          "ISNULL",
          "JOIN",
          "LIMIT",
          "NOT",
          "NOTHING",
          "NOTNULL",
          "NULL",
          "ON",
          "OR",
          "ORDER",
          "PRIMARY",
          "REFERENCES",
          "RETURNING",
          "SELECT",
          "SET",
          "TABLE",
          "THEN",
          "TO",
          "TRANSACTION",
          "UNION",
          "UNIQUE",
          "UPDATE",
          "USING",
          "VALUES",
          "WHEN",
          "WHERE");

  /** Creates a database. Liquibase calls this constructor. */
  public SqliteDatabase() {
    addReservedWords(RESERVED_WORDS);
  }

  /** Liquibase uses the database with the highest priority. */
  @Override
  public int getPriority() {
    return super.getPriority() + 1;
  }
}
