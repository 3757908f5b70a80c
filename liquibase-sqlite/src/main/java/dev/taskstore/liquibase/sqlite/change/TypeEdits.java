package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.rebuild.Schema;
import dev.taskstore.liquibase.sqlite.rebuild.TableChange;
import dev.taskstore.liquibase.sqlite.text.ColumnConstraint;
import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import liquibase.exception.DatabaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/** Changes the type of a column, its values and its default value. */
final class TypeEdits {

  private TypeEdits() {}

  static void modify(Schema schema, String table, String column, String newType)
      throws DatabaseException, SQLException {
    TableChange change = new TableChange(schema, table);
    Constraints.requireColumns(change.definition(), List.of(column));
    ColumnDefinition before = change.definition().column(column).orElseThrow();
    ColumnType type = ColumnType.of(newType, false);
    TypeFamily from = TypeFamily.ofRecorded(before.recordedType());
    TypeFamily to = TypeFamily.of(type);
    String name = Names.quote(column);
    String source = "main." + Names.quote(table);
    Optional<ValueConversion.Expression> conversion = ValueConversion.of(from, to, name);
    if (conversion.isEmpty()
        && schema.finds("SELECT 1 FROM " + source + " WHERE " + name + " IS NOT NULL")) {
      throw new DatabaseException(
          problem(table, column, before, newType)
              + "there is no conversion of its values. Add a column of the new type, fill it with"
              + " an UPDATE, and drop the old column.");
    }
    if (conversion.isPresent()) {
      requireConvertible(schema, source, name, conversion.get(), type)
          .ifPresent(
              reason -> {
                throw new UnexpectedLiquibaseException(
                    problem(table, column, before, newType) + reason);
              });
    }
    String converted = conversion.map(ValueConversion.Expression::value).orElse("NULL");
    if (!converted.equals(name)) {
      change.value(column, converted);
    }
    String defaultClause = defaultClause(schema, before, from, to);
    LimitChecks limits = LimitChecks.of(change.definition().name(), before);
    change.define(t -> limits.removeFrom(t, column));
    change.define(t -> t.changeColumn(column, c -> changed(t.name(), c, type, defaultClause)));
    change.run();
  }

  private static String problem(
      String table, String column, ColumnDefinition before, String newType) {
    return "The column "
        + column
        + " of the table "
        + table
        + " cannot change its type from "
        + before.recordedType()
        + " to "
        + newType
        + ": ";
  }

  private static Optional<String> requireConvertible(
      Schema schema,
      String source,
      String name,
      ValueConversion.Expression conversion,
      ColumnType type)
      throws SQLException {
    StringBuilder refused = new StringBuilder("(").append(conversion.refused()).append(")");
    type.limits()
        .forEach(
            limit ->
                refused
                    .append(" OR NOT (")
                    .append(limit.condition().apply("(" + conversion.value() + ")"))
                    .append(")"));
    return schema.finds(
            "SELECT 1 FROM " + source + " WHERE " + name + " IS NOT NULL AND (" + refused + ")")
        ? Optional.of("rows have values that do not fit. Change these values before this change.")
        : Optional.empty();
  }

  private static ColumnDefinition changed(
      String table, ColumnDefinition column, ColumnType type, @Nullable String defaultClause) {
    ColumnDefinition changed = column.withType(type.definition());
    if (defaultClause != null) {
      changed =
          changed
              .without(constraint -> constraint.kind() == ColumnConstraint.Kind.DEFAULT)
              .with(defaultClause);
    }
    String limits = NewColumn.limits(table, column.name(), type);
    for (ColumnConstraint limit : ColumnDefinition.of("x" + limits).constraints()) {
      changed = changed.with(limit.text().strip());
    }
    return changed;
  }

  private static @Nullable String defaultClause(
      Schema schema, ColumnDefinition column, TypeFamily from, TypeFamily to)
      throws DatabaseException, SQLException {
    Optional<ColumnConstraint> clause = column.find(ColumnConstraint.Kind.DEFAULT);
    if (clause.isEmpty()) {
      return null;
    }
    String expression = clause.get().defaultExpression();
    if (!DefaultEdits.isLiteral("DEFAULT " + expression)) {
      return "DEFAULT (" + converted(column, from, to, "(" + expression + ")") + ")";
    }
    // PostgreSQL converts the value that was written first, not the one of the current type.
    OriginalDefault original =
        OriginalDefault.recorded(clause.get().defaultComment())
            .orElseGet(() -> new OriginalDefault(column.recordedType(), expression));
    TypeFamily first = TypeFamily.ofRecorded(original.type());
    String value = literal(schema, converted(column, first, to, "(" + original.literal() + ")"));
    Optional<ValueConversion.Expression> back = ValueConversion.of(to, first, value);
    boolean isKept =
        back.isPresent()
            && literal(schema, back.get().value()).equals(literal(schema, original.literal()));
    return "DEFAULT " + (isKept ? "" : original.comment()) + value;
  }

  private static String literal(Schema schema, String expression)
      throws DatabaseException, SQLException {
    return String.valueOf(schema.value("SELECT quote(" + expression + ")"));
  }

  private static String converted(
      ColumnDefinition column, TypeFamily from, TypeFamily to, String expression)
      throws DatabaseException {
    return ValueConversion.of(from, to, expression)
        .orElseThrow(
            () ->
                new DatabaseException(
                    "The default value of the column "
                        + column.name()
                        + " cannot be converted to the new type. Drop the default value before this"
                        + " change, and add it again afterwards."))
        .value();
  }
}
