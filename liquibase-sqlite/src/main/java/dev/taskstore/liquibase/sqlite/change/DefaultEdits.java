package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.rebuild.Schema;
import dev.taskstore.liquibase.sqlite.rebuild.TableChange;
import dev.taskstore.liquibase.sqlite.text.ColumnConstraint;
import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import liquibase.exception.DatabaseException;
import liquibase.statement.SequenceNextValueFunction;
import org.jspecify.annotations.Nullable;

/** Adds and drops default values. */
final class DefaultEdits {

  /** Literals that SQLite accepts without parentheses, also in ALTER TABLE ADD COLUMN. */
  private static final Pattern LITERAL =
      Pattern.compile("[+-]?\\d+(\\.\\d+)?|[xX]?'([^']|'')*'|(?i)null");

  private DefaultEdits() {}

  static void add(Schema schema, String table, String column, @Nullable String type, Object value)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    Constraints.requireColumns(change.definition(), List.of(column));
    ColumnDefinition definition = change.definition().column(column).orElseThrow();
    String clause = clause(table, column, type(definition, type), value);
    change.define(
        t ->
            t.changeColumn(
                column,
                c -> c.without(k -> k.kind() == ColumnConstraint.Kind.DEFAULT).with(clause)));
    change.run();
  }

  /** The type that the table records is what the column stores; the change can name another. */
  static ColumnType type(ColumnDefinition column, @Nullable String given) {
    ColumnType recorded = ColumnType.of(column.recordedType(), false);
    return recorded.standardType() == null && given != null
        ? ColumnType.of(given, false)
        : recorded;
  }

  static void drop(Schema schema, String table, String column)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    Constraints.requireColumns(change.definition(), List.of(column));
    if (change.definition().column(column).orElseThrow().has(ColumnConstraint.Kind.DEFAULT)) {
      change.define(
          t ->
              t.changeColumn(
                  column, c -> c.without(k -> k.kind() == ColumnConstraint.Kind.DEFAULT)));
      change.run();
    }
  }

  /** The clause {@code DEFAULT ...}. */
  static String clause(String table, String column, ColumnType type, Object value)
      throws DatabaseException {
    if (value instanceof SequenceNextValueFunction) {
      throw new DatabaseException(
          "The column "
              + column
              + " of the table "
              + table
              + " cannot have the next value of a sequence as its default: SQLite has no"
              + " sequences. Use autoIncrement, or let the application set the value.");
    }
    return "DEFAULT " + type.defaultLiteral(value);
  }

  /** Returns whether a clause contains a literal, not an expression. */
  static boolean isLiteral(String clause) {
    return LITERAL.matcher(clause.substring("DEFAULT ".length())).matches();
  }
}
