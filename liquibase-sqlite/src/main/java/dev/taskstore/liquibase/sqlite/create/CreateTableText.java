package dev.taskstore.liquibase.sqlite.create;

import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.type.ConstraintNames;
import dev.taskstore.liquibase.sqlite.type.Limit;
import dev.taskstore.liquibase.sqlite.value.WrittenTypes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.datatype.LiquibaseDataType;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.statement.AutoIncrementConstraint;
import liquibase.statement.ForeignKeyConstraint;
import liquibase.statement.NotNullConstraint;
import liquibase.statement.PrimaryKeyConstraint;
import liquibase.statement.UniqueConstraint;
import liquibase.statement.core.CreateTableStatement;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/** Writes CREATE TABLE of SQLite. */
final class CreateTableText {

  /** Liquibase names primary keys without a name; exceptions have the same name everywhere. */
  private static final Database POSTGRES = new PostgresDatabase();

  private final CreateTableStatement statement;
  private final Database database;
  private final String table;
  private final List<String> parts = new ArrayList<>();
  private final List<String> limits = new ArrayList<>();

  CreateTableText(CreateTableStatement statement, Database database) {
    this.statement = statement;
    this.database = database;
    this.table = statement.getTableName();
  }

  /** Returns the statement. */
  String sql() {
    for (String column : statement.getColumns()) {
      parts.add(column(column));
    }
    parts.addAll(limits);
    addPrimaryKey();
    statement.getForeignKeyConstraints().stream()
        .sorted(Comparator.comparingInt(key -> statement.getColumns().indexOf(key.getColumn())))
        .forEach(key -> parts.add(foreignKey(key)));
    uniqueConstraints().forEach((name, columns) -> parts.add(unique(name, columns)));
    String type = statement.getTableType();
    boolean temporary = type != null && type.toLowerCase(Locale.ROOT).contains("temp");
    return "CREATE "
        + (temporary ? "TEMPORARY " : "")
        + "TABLE "
        + (statement.isIfNotExists() ? "IF NOT EXISTS " : "")
        + database.escapeTableName(statement.getCatalogName(), statement.getSchemaName(), table)
        + " ("
        + String.join(", ", parts)
        + ") STRICT";
  }

  /** Returns the statement that sets the first value of the generated column, or null. */
  @Nullable String firstGeneratedValue() {
    for (AutoIncrementConstraint generated : statement.getAutoIncrementConstraints()) {
      BigInteger start = generated.getStartWith();
      if (start != null) {
        return "INSERT INTO sqlite_sequence (name, seq) VALUES ('"
            + database.escapeStringForDatabase(table)
            + "', "
            + start.subtract(BigInteger.ONE)
            + ")";
      }
    }
    return null;
  }

  private String column(String column) {
    LiquibaseDataType written = statement.getColumnTypes().get(column);
    if (written == null) {
      return column; // the whole definition of a computed column
    }
    String name = name(column);
    boolean generated = generated(column);
    ColumnType type = type(column, written, generated);
    StringBuilder sql = new StringBuilder(name).append(' ').append(type.definition());
    if (generated) {
      sql.append(constraint(primaryKeyName())).append(" PRIMARY KEY AUTOINCREMENT");
    } else {
      sql.append(defaultValue(column, type));
    }
    NotNullConstraint notNull = statement.getNotNullColumns().get(column);
    if (notNull != null) {
      sql.append(constraint(notNull.getConstraintName())).append(" NOT NULL");
    }
    for (Limit limit : type.limits()) {
      limits.add(
          constraint(ConstraintNames.check(table, column, limit.kind())).strip()
              + " CHECK ("
              + limit.condition().apply(name)
              + ")");
    }
    return sql.toString();
  }

  private ColumnType type(String column, LiquibaseDataType written, boolean generated) {
    String text =
        written.getRawDefinition() == null ? written.toString() : written.getRawDefinition();
    try {
      ColumnType type = ColumnType.of(WrittenTypes.standard(table, column, text), generated);
      if (!type.isSupported()) {
        Scope.getCurrentScope()
            .getLog(CreateTableText.class)
            .warning(
                "Column "
                    + table
                    + "."
                    + column
                    + ": the type "
                    + type
                    + " has no equal on SQLite. The column accepts any value, and changes cannot"
                    + " write values of it.");
      }
      return type;
    } catch (UnexpectedLiquibaseException e) {
      throw new UnexpectedLiquibaseException(
          "Column " + table + "." + column + ": " + e.getMessage(), e);
    }
  }

  /** The database generates the values of a single INTEGER PRIMARY KEY only. */
  private boolean generated(String column) {
    boolean generated =
        statement.getAutoIncrementConstraints().stream()
            .anyMatch(constraint -> constraint.getColumnName().equals(column));
    PrimaryKeyConstraint key = statement.getPrimaryKeyConstraint();
    if (generated && (key == null || !key.getColumns().equals(List.of(column)))) {
      throw new UnexpectedLiquibaseException(
          "Column "
              + table
              + "."
              + column
              + ": SQLite generates the values of a primary key of one column only;"
              + " make the column the primary key, or remove autoIncrement");
    }
    return generated;
  }

  private String defaultValue(String column, ColumnType type) {
    Object value = statement.getDefaultValue(column);
    if (value == null) {
      return "";
    }
    if (value.toString().startsWith("GENERATED ALWAYS ")) {
      return " " + value;
    }
    try {
      return " DEFAULT " + type.defaultLiteral(value);
    } catch (UnexpectedLiquibaseException e) {
      throw new UnexpectedLiquibaseException(
          "The default of column "
              + table
              + "."
              + column
              + " of type "
              + type
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private void addPrimaryKey() {
    PrimaryKeyConstraint key = statement.getPrimaryKeyConstraint();
    if (key != null
        && !key.getColumns().isEmpty()
        && statement.getAutoIncrementConstraints().isEmpty()) {
      parts.add(
          (constraint(primaryKeyName()) + " PRIMARY KEY (" + names(key.getColumns()) + ")")
              .strip());
    }
  }

  private @Nullable String primaryKeyName() {
    PrimaryKeyConstraint key = statement.getPrimaryKeyConstraint();
    String name = key == null ? null : key.getConstraintName();
    return name == null || name.isBlank() ? POSTGRES.generatePrimaryKeyName(table) : name;
  }

  private String foreignKey(ForeignKeyConstraint key) {
    StringBuilder sql =
        new StringBuilder(constraint(key.getForeignKeyName()).strip())
            .append(" FOREIGN KEY (")
            .append(name(key.getColumn()))
            .append(") REFERENCES ");
    if (key.getReferences() != null) {
      sql.append(key.getReferences());
    } else {
      sql.append(database.escapeObjectName(key.getReferencedTableName(), Table.class))
          .append(" (")
          .append(database.escapeColumnNameList(key.getReferencedColumnNames()))
          .append(')');
    }
    if (key.isDeleteCascade()) {
      sql.append(" ON DELETE CASCADE");
    }
    if (key.isInitiallyDeferred()) {
      sql.append(" DEFERRABLE INITIALLY DEFERRED");
    } else if (key.isDeferrable()) {
      sql.append(" DEFERRABLE INITIALLY IMMEDIATE");
    }
    return sql.toString();
  }

  /** Columns whose constraints have the same name form one constraint. */
  private Map<String, Set<String>> uniqueConstraints() {
    Map<String, Set<String>> constraints = new LinkedHashMap<>();
    for (UniqueConstraint constraint : statement.getUniqueConstraints()) {
      String name = constraint.getConstraintName();
      // A name that no constraint can have keeps constraints without a name apart.
      String key = name == null ? "\0" + constraints.size() : name;
      constraints
          .computeIfAbsent(key, any -> new LinkedHashSet<>())
          .addAll(constraint.getColumns());
    }
    return constraints;
  }

  private String unique(String name, Set<String> columns) {
    List<String> list = List.copyOf(columns);
    String given = name.startsWith("\0") ? ConstraintNames.unique(table, list) : name;
    return constraint(given).strip() + " UNIQUE (" + names(list) + ")";
  }

  private String constraint(@Nullable String name) {
    return name == null || name.isBlank()
        ? ""
        : " CONSTRAINT " + database.escapeConstraintName(name.strip());
  }

  private String names(List<String> columns) {
    return database.escapeColumnNameList(String.join(", ", columns));
  }

  private String name(String column) {
    return statement.isComputed(column)
        ? column
        : database.escapeColumnName(
            statement.getCatalogName(), statement.getSchemaName(), table, column);
  }
}
