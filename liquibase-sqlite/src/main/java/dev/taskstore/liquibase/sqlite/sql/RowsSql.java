package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.value.SchemaText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/** Writes UPDATE and DELETE with values in the form that the columns store. */
final class RowsSql {

  private static final Set<String> AFTER_ASSIGNMENTS = Set.of("from", "where", "returning");

  private RowsSql() {}

  /** Returns the types of the columns of all tables that a statement names. */
  static Types types(Database database, List<Token> tokens) {
    Set<String> tables = SchemaText.tables(database);
    Types types = new Types();
    for (Token token : tokens) {
      if (token.isColumnName() && tables.contains(Names.fold(token.name()))) {
        TableColumns.of(database, token.name()).ifPresent(types::add);
      }
    }
    return types;
  }

  /** The types of the columns of several tables. */
  static final class Types {

    /** Texts that are stored without trailing blanks or in another form. */
    private static final Pattern CHANGED = Pattern.compile("char\\(|json|real");

    private final Map<String, Optional<ColumnType>> types = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    private void add(TableColumns table) {
      for (String column : table.names()) {
        Optional<ColumnType> type = Optional.ofNullable(table.type(column));
        Optional<ColumnType> other = types.putIfAbsent(Names.fold(column), type);
        if (other != null
            && !other.map(ColumnType::toString).equals(type.map(ColumnType::toString))) {
          ambiguous.add(Names.fold(column));
        }
      }
    }

    /** Returns whether a column stores other values than those that SQL contains. */
    boolean areConverted() {
      return types.values().stream()
          .flatMap(Optional::stream)
          .anyMatch(type -> type.isConverted() || CHANGED.matcher(type.toString()).lookingAt());
    }

    @Nullable ColumnType type(String column) {
      String name = Names.fold(column);
      if (ambiguous.contains(name)) {
        throw new NotTranslatedException("Several tables have a column " + column + ".");
      }
      return types.getOrDefault(name, Optional.empty()).orElse(null);
    }
  }

  /** Reads a statement after {@code UPDATE}. */
  static TranslatedSql update(SqlReader reader, List<Token> all, Database database) {
    reader.accept("only");
    String table = reader.table();
    TableColumns columns = existing(database, table);
    StringBuilder sql = new StringBuilder("UPDATE ").append(Names.quote(table));
    if (!reader.nextIs("set")) {
      reader.accept("as");
      sql.append(" AS ").append(Names.quote(reader.name()));
    }
    reader.expect("set");
    Types types = types(database, all);
    String separator = " SET ";
    for (List<Token> assignment : SqlReader.split(reader.until(AFTER_ASSIGNMENTS))) {
      sql.append(separator).append(assignment(assignment, columns, types));
      separator = ", ";
    }
    return new TranslatedSql(sql.append(rest(reader, types)).toString());
  }

  private static String assignment(List<Token> assignment, TableColumns columns, Types types) {
    if (assignment.size() < 3
        || !assignment.get(0).isColumnName()
        || !assignment.get(1).isSymbol('=')) {
      throw new NotTranslatedException("The assignment is not one to a single column.");
    }
    String column = SqlReader.name(assignment.get(0));
    return Names.quote(column)
        + " = "
        + value(assignment.subList(2, assignment.size()), column, columns, types);
  }

  /** Returns the SQL of a value or of an expression that becomes the value of a column. */
  static String value(List<Token> tokens, String column, TableColumns columns, Types types) {
    ColumnType type = columns.type(column);
    SqlValue value = SqlValue.of(tokens);
    if (type != null && value != null) {
      return columns.literal(column, type, value);
    }
    boolean query =
        tokens.size() > 1 && tokens.get(0).isSymbol('(') && tokens.get(1).isWord("select");
    if (type != null && type.isConverted() && !query && !isSameType(tokens, type, types)) {
      throw new NotTranslatedException("The expression has no equal on SQLite.");
    }
    return new ExpressionText(tokens, types::type).text();
  }

  /** Returns whether an expression is a column of a type. */
  private static boolean isSameType(List<Token> tokens, ColumnType type, Types types) {
    Token last = tokens.get(tokens.size() - 1);
    boolean column =
        last.isColumnName()
            && (tokens.size() == 1 || (tokens.size() == 3 && tokens.get(1).isSymbol('.')));
    ColumnType other = column ? types.type(SqlReader.name(last)) : null;
    return other != null && other.toString().equals(type.toString());
  }

  /** Reads a statement after {@code DELETE FROM}. */
  static TranslatedSql delete(SqlReader reader, List<Token> all, Database database) {
    reader.accept("only");
    String table = reader.table();
    existing(database, table);
    return new TranslatedSql(
        "DELETE FROM " + Names.quote(table) + rest(reader, types(database, all)));
  }

  static TableColumns existing(Database database, String table) {
    return TableColumns.of(database, table)
        .orElseThrow(() -> new NotTranslatedException("There is no table " + table + "."));
  }

  static String rest(SqlReader reader, Types types) {
    List<Token> rest = reader.rest();
    return rest.isEmpty() ? "" : " " + new ExpressionText(rest, types::type).text();
  }
}
