package dev.taskstore.liquibase.sqlite.value;

import java.util.List;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.Database;

/**
 * The words that are not names on SQLite without quotes. Liquibase quotes the words that it knows,
 * and knows none of SQLite.
 *
 * <p>From the documentation of SQLite, "SQLite Keywords", without the words that its parser accepts
 * as names.
 */
public final class ReservedWords {

  private static final List<String> WORDS =
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

  private ReservedWords() {}

  /**
   * Lets Liquibase quote the words.
   *
   * @param database the database whose statements are generated
   */
  public static void addTo(Database database) {
    if (database instanceof AbstractJdbcDatabase jdbc && !jdbc.isReservedWord("ORDER")) {
      jdbc.addReservedWords(WORDS);
    }
  }
}
