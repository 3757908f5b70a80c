package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.type.ConstraintNames;
import dev.taskstore.liquibase.sqlite.type.Limit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.change.AddColumnConfig;
import liquibase.change.ConstraintsConfig;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/** The definition of a column of a changelog as SQLite's text. */
final class NewColumn {

  private static final Pattern REFERENCES = Pattern.compile("\\s*([^(]+?)\\s*\\(([^)]*)\\)\\s*");

  private final String table;
  private final AddColumnConfig column;
  private final ColumnType type;

  NewColumn(String table, AddColumnConfig column) {
    this.table = table;
    this.column = column;
    this.type = ColumnType.of(column.getType(), isAutoIncrement());
  }

  String name() {
    return column.getName();
  }

  ColumnType type() {
    return type;
  }

  /** The literal of the value for the rows that exist, or null. */
  @Nullable String value() {
    Object value = column.getValueObject();
    return value == null ? null : type.literal(value);
  }

  boolean isAutoIncrement() {
    return Boolean.TRUE.equals(column.isAutoIncrement());
  }

  private @Nullable ConstraintsConfig constraints() {
    return column.getConstraints();
  }

  boolean isPrimaryKey() {
    ConstraintsConfig constraints = constraints();
    return constraints != null && Boolean.TRUE.equals(constraints.isPrimaryKey());
  }

  boolean isUnique() {
    ConstraintsConfig constraints = constraints();
    return constraints != null && Boolean.TRUE.equals(constraints.isUnique());
  }

  boolean isNotNull() {
    ConstraintsConfig constraints = constraints();
    return constraints != null && Boolean.FALSE.equals(constraints.isNullable());
  }

  /**
   * Returns whether ALTER TABLE ADD COLUMN accepts the column. It refuses references with a default
   * if foreign keys are on, and NOT NULL without a default even if the table is empty.
   */
  boolean isNative() throws DatabaseException {
    String value = defaultClause();
    boolean plainDefault = value == null || DefaultEdits.isLiteral(value);
    return !isPrimaryKey()
        && !isUnique()
        && !isAutoIncrement()
        && plainDefault
        && (value == null || target() == null)
        && (!isNotNull() || (value != null && value() == null))
        && column.getAfterColumn() == null
        && column.getBeforeColumn() == null
        && column.getPosition() == null;
  }

  @Nullable String defaultClause() throws DatabaseException {
    Object value = column.getDefaultValueObject();
    return value == null ? null : DefaultEdits.clause(table, name(), type, value);
  }

  ForeignKeyEdits.@Nullable Target target() {
    ConstraintsConfig constraints = constraints();
    if (constraints == null) {
      return null;
    }
    String parent = constraints.getReferencedTableName();
    List<String> columns = Constraints.columns(constraints.getReferencedColumnNames());
    if (constraints.getReferences() != null) {
      Matcher matcher = REFERENCES.matcher(constraints.getReferences());
      if (matcher.matches()) {
        parent = matcher.group(1);
        columns = Constraints.columns(matcher.group(2));
      } else {
        parent = constraints.getReferences().strip();
        columns = List.of();
      }
    }
    if (parent == null) {
      return null;
    }
    return new ForeignKeyEdits.Target(
        parent,
        columns,
        Boolean.TRUE.equals(constraints.isDeleteCascade()) ? "CASCADE" : null,
        null,
        Boolean.TRUE.equals(constraints.isDeferrable()),
        Boolean.TRUE.equals(constraints.isInitiallyDeferred()));
  }

  String text() throws DatabaseException {
    StringBuilder text = new StringBuilder(Names.quote(name())).append(' ');
    text.append(type.definition());
    ConstraintsConfig constraints = constraints();
    if (constraints != null && isPrimaryKey()) {
      String given = constraints.getPrimaryKeyName();
      text.append(' ')
          .append(Constraints.named(given == null ? ConstraintNames.primaryKey(table) : given));
      text.append("PRIMARY KEY").append(isAutoIncrement() ? " AUTOINCREMENT" : "");
    } else if (isAutoIncrement()) {
      throw new DatabaseException(
          "The column "
              + name()
              + " of the table "
              + table
              + " cannot be auto-increment without being the primary key on SQLite.");
    }
    if (isNotNull() || (isPrimaryKey() && !isAutoIncrement())) {
      String name = constraints == null ? null : constraints.getNotNullConstraintName();
      text.append(' ').append(Constraints.named(name)).append("NOT NULL");
    }
    String value = defaultClause();
    if (value != null) {
      text.append(' ').append(value);
    }
    if (constraints != null && isUnique()) {
      String name = constraints.getUniqueConstraintName();
      String given = name == null ? ConstraintNames.unique(table, List.of(name())) : name;
      text.append(' ').append(Constraints.named(given)).append("UNIQUE");
    }
    text.append(limits(table, name(), type));
    ForeignKeyEdits.Target target = target();
    if (constraints != null && target != null) {
      text.append(' ').append(Constraints.named(constraints.getForeignKeyName()));
      text.append(target.sql());
    }
    return text.toString();
  }

  /** The limits of a type as named CHECKs, each with a blank before it. */
  static String limits(String table, String column, ColumnType type) {
    StringBuilder text = new StringBuilder();
    for (Limit limit : type.limits()) {
      text.append(' ')
          .append(Constraints.named(ConstraintNames.check(table, column, limit.kind())))
          .append("CHECK (")
          .append(limit.condition().apply(Names.quote(column)))
          .append(')');
    }
    return text.toString();
  }
}
