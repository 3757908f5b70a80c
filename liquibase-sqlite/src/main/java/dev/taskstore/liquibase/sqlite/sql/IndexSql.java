package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.text.Token.Kind;
import dev.taskstore.liquibase.sqlite.value.SchemaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** Writes CREATE INDEX without the methods and classes of operators of PostgreSQL. */
final class IndexSql {

  private static final Set<String> ORDERED = Set.of("btree", "hash");

  private static final Set<String> CLASSES =
      Set.of("text_pattern_ops", "varchar_pattern_ops", "bpchar_pattern_ops");

  private IndexSql() {}

  /**
   * Reads a statement after {@code CREATE INDEX}.
   *
   * @return no statement for an index of a method that SQLite does not have: queries have the same
   *     results without it
   */
  static List<SqlStatement> translate(SqlReader reader, boolean unique, Database database) {
    reader.accept("concurrently");
    boolean ifNotExists = reader.accept("if", "not", "exists");
    String name = reader.nextIs("on") ? null : reader.name();
    reader.expect("on");
    reader.accept("only");
    String table = reader.table();
    boolean ordered = !reader.accept("using") || ORDERED.contains(reader.name());
    if (!ordered && !unique) {
      return List.of();
    }
    RowsSql.existing(database, table);
    if (!hasLiteral(reader) && SchemaText.accepts(database, reader.sql())) {
      throw new NotTranslatedException("SQLite has the same statement.");
    }
    List<Token> parentheses = reader.parenthesized();
    List<String> columns = new ArrayList<>();
    RowsSql.Types types = RowsSql.types(database, new SqlReader(reader.sql()).rest());
    for (List<Token> column : SqlReader.split(parentheses)) {
      columns.add(new ExpressionText(plain(column), types::type).text());
    }
    String given =
        name == null
            ? table
                + "_"
                + SqlReader.split(parentheses).stream()
                    .map(column -> column.size() == 1 ? SqlReader.name(column.get(0)) : "expr")
                    .collect(Collectors.joining("_"))
                + "_idx"
            : name;
    return List.of(
        new TranslatedSql(
            "CREATE "
                + (unique ? "UNIQUE " : "")
                + "INDEX "
                + (ifNotExists ? "IF NOT EXISTS " : "")
                + Names.quote(given)
                + " ON "
                + Names.quote(table)
                + " ("
                + String.join(", ", columns)
                + ")"
                + RowsSql.rest(reader, types)));
  }

  private static boolean hasLiteral(SqlReader reader) {
    return new SqlReader(reader.sql())
        .rest().stream()
            .anyMatch(token -> token.kind() == Kind.STRING || token.kind() == Kind.NUMBER);
  }

  /** Removes what only changes the order or the use of an index. */
  private static List<Token> plain(List<Token> column) {
    List<Token> plain = new ArrayList<>(column);
    plain.removeIf(token -> SqlReader.isOneOf(token, CLASSES));
    int size = plain.size();
    boolean nulls = size > 2 && plain.get(size - 2).isWord("nulls");
    return nulls ? plain.subList(0, size - 2) : plain;
  }
}
