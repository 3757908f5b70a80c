package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.value.OwnSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Writes INSERT with values in the form that the columns store. */
final class InsertSql {

  private static final Set<String> AFTER_ROWS = Set.of("on", "returning");

  private static final Set<String> AFTER_ITEMS = Set.of("from", "where", "on", "returning");

  private final SqlReader reader;
  private final String table;
  private final TableColumns columns;
  private final List<String> names;
  private final RowsSql.Types types;

  private InsertSql(SqlReader reader, List<Token> all, Database database) {
    this.reader = reader;
    this.table = reader.table();
    this.columns = RowsSql.existing(database, table);
    this.names = reader.nextIsSymbol('(') ? reader.names() : columns.names();
    this.types = RowsSql.types(database, all);
  }

  /** Reads a statement after {@code INSERT INTO}. */
  static List<SqlStatement> translate(SqlReader reader, List<Token> all, Database database) {
    InsertSql insert = new InsertSql(reader, all, database);
    reader.accept("overriding", "system", "value");
    if (reader.accept("values")) {
      return insert.rows();
    }
    if (reader.accept("select")) {
      return List.of(insert.query());
    }
    throw new NotTranslatedException("The rows are neither values nor a query.");
  }

  private List<SqlStatement> rows() {
    List<List<Token>> rows = SqlReader.split(reader.until(AFTER_ROWS));
    String tail = RowsSql.rest(reader, types);
    List<SqlStatement> statements = new ArrayList<>();
    List<String> current = List.of();
    List<String> texts = new ArrayList<>();
    for (List<Token> row : rows) {
      List<List<Token>> values = SqlReader.split(new SqlReader(reader.sql(), row).parenthesized());
      if (values.size() > names.size()) {
        throw new NotTranslatedException("A row has more values than there are columns.");
      }
      List<String> written = new ArrayList<>();
      List<String> literals = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        String column = names.get(i);
        if (!isDefault(column, values.get(i))) {
          written.add(column);
          literals.add(RowsSql.value(values.get(i), column, columns, types));
        }
      }
      if (!written.equals(current) && !texts.isEmpty()) {
        statements.add(statement(current, texts, tail));
        texts.clear();
      }
      current = written;
      texts.add("(" + String.join(", ", literals) + ")");
      if (written.isEmpty()) {
        statements.add(statement(current, texts, tail));
        texts.clear();
      }
    }
    if (!texts.isEmpty()) {
      statements.add(statement(current, texts, tail));
    }
    return statements;
  }

  /** The next value of the sequence of a generated column is its default. */
  private boolean isDefault(String column, List<Token> value) {
    if (value.size() == 1 && value.get(0).isWord("default")) {
      return true;
    }
    return value.size() >= 4
        && value.get(0).isWord("nextval")
        && OwnSequence.isOf(columns.definition(), column, value.get(2).name());
  }

  private SqlStatement statement(List<String> written, List<String> rows, String tail) {
    String into = "INSERT INTO " + Names.quote(table);
    return new TranslatedSql(
        written.isEmpty()
            ? into + " DEFAULT VALUES" + tail
            : into + " (" + Names.quoteAll(written) + ") VALUES " + String.join(", ", rows) + tail);
  }

  private SqlStatement query() {
    boolean distinct = reader.accept("distinct");
    List<Token> items = reader.until(AFTER_ITEMS);
    List<List<Token>> values = SqlReader.split(items);
    List<String> texts = new ArrayList<>();
    if (values.size() != names.size()) {
      throw new NotTranslatedException("The query has another number of columns.");
    }
    for (int i = 0; i < values.size(); i++) {
      texts.add(RowsSql.value(withoutName(values.get(i)), names.get(i), columns, types));
    }
    List<Token> rest = reader.rest();
    if (rest.stream()
        .anyMatch(token -> SqlReader.isOneOf(token, Set.of("union", "intersect", "except")))) {
      throw new NotTranslatedException("The query combines several ones.");
    }
    String text = rest.isEmpty() ? "" : " " + new ExpressionText(rest, types::type).text();
    return new TranslatedSql(
        "INSERT INTO "
            + Names.quote(table)
            + " ("
            + Names.quoteAll(names)
            + ") SELECT "
            + (distinct ? "DISTINCT " : "")
            + String.join(", ", texts)
            + text);
  }

  private static List<Token> withoutName(List<Token> item) {
    int size = item.size();
    return size > 2 && item.get(size - 2).isWord("as") ? item.subList(0, size - 2) : item;
  }
}
