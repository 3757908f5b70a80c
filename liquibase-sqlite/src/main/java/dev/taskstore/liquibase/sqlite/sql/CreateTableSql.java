package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.type.ConstraintNames;
import dev.taskstore.liquibase.sqlite.type.Limit;
import dev.taskstore.liquibase.sqlite.value.SchemaText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/** Writes CREATE TABLE in the terms of PostgreSQL as a STRICT table, as createTable does. */
final class CreateTableSql {

  private static final Set<String> CONSTRAINTS =
      Set.of("constraint", "primary", "unique", "check", "foreign");

  private final SqlReader reader;
  private final Map<String, ColumnSql> columns = new LinkedHashMap<>();
  private final List<ConstraintSql> constraints = new ArrayList<>();

  private CreateTableSql(SqlReader reader) {
    this.reader = reader;
  }

  /**
   * Returns the statement.
   *
   * @param reader after {@code CREATE TABLE}
   */
  static TranslatedSql translate(SqlReader reader, boolean temporary, Database database) {
    boolean ifNotExists = reader.accept("if", "not", "exists");
    String table = reader.table();
    CreateTableSql create = new CreateTableSql(reader);
    for (List<Token> item : SqlReader.split(reader.parenthesized())) {
      create.add(table, item);
    }
    reader.expectEnd();
    if (create.columns.values().stream().allMatch(ColumnSql::isStorageClass)
        && SchemaText.accepts(database, reader.sql())) {
      throw new NotTranslatedException("The types are storage classes of SQLite.");
    }
    String sql =
        "CREATE "
            + (temporary ? "TEMPORARY " : "")
            + "TABLE "
            + (ifNotExists ? "IF NOT EXISTS " : "")
            + Names.quote(table)
            + " ("
            + String.join(", ", create.parts(table))
            + ") STRICT";
    SchemaText.generated(database, table, sql);
    return new TranslatedSql(sql);
  }

  private void add(String table, List<Token> item) {
    SqlReader part = new SqlReader(reader.sql(), item);
    if (SqlReader.isOneOf(item.get(0), CONSTRAINTS)) {
      constraints.add(ConstraintSql.ofTable(part));
    } else {
      ColumnSql column = ColumnSql.read(table, part);
      columns.put(column.name(), column);
      constraints.addAll(column.constraints());
    }
  }

  private List<String> parts(String table) {
    List<String> parts = new ArrayList<>();
    List<String> limits = new ArrayList<>();
    Set<String> names = new HashSet<>();
    ConstraintSql key =
        constraints.stream()
            .filter(constraint -> constraint.kind() == ConstraintSql.Kind.PRIMARY_KEY)
            .findFirst()
            .orElse(null);
    boolean generated = false;
    for (ColumnSql column : columns.values()) {
      boolean own =
          column.isGenerated() && key != null && key.columns().equals(List.of(column.name()));
      if (column.isGenerated() && !own) {
        throw new NotTranslatedException(
            "SQLite generates the values of a primary key of one column only.");
      }
      generated |= own;
      boolean isKey = key != null && key.columns().contains(column.name());
      parts.add(column(table, column, own ? key : null, isKey));
      for (Limit limit : column.type().limits()) {
        limits.add(
            "CONSTRAINT "
                + Names.quote(ConstraintNames.check(table, column.name(), limit.kind()))
                + " CHECK ("
                + limit.condition().apply(Names.quote(column.name()))
                + ")");
      }
    }
    parts.addAll(limits);
    for (ConstraintSql constraint : constraints) {
      if (constraint.kind() != ConstraintSql.Kind.PRIMARY_KEY || !generated) {
        parts.add(constraint.sql(table, this::type, names));
      }
    }
    return parts;
  }

  private @Nullable ColumnType type(String column) {
    ColumnSql found = columns.get(column);
    return found == null ? null : found.type();
  }

  private static String column(
      String table, ColumnSql column, @Nullable ConstraintSql key, boolean isKey) {
    StringBuilder sql = new StringBuilder(Names.quote(column.name()));
    sql.append(' ').append(column.type().definition());
    if (key != null) {
      String name = key.name() == null ? ConstraintNames.primaryKey(table) : key.name();
      sql.append(" CONSTRAINT ").append(Names.quote(name)).append(" PRIMARY KEY AUTOINCREMENT");
    } else if (column.defaultValue() != null) {
      sql.append(" DEFAULT ").append(defaultValue(table, column, column.defaultValue()));
    }
    if (column.isNotNull() || isKey) {
      sql.append(" NOT NULL");
    }
    return sql.toString();
  }

  private static String defaultValue(String table, ColumnSql column, SqlValue value) {
    try {
      return column.type().isSupported()
          ? value.literal(column.type())
          : column.type().defaultLiteral(value.value());
    } catch (UnexpectedLiquibaseException e) {
      throw new UnexpectedLiquibaseException(
          "The default of column "
              + table
              + "."
              + column.name()
              + " of type "
              + column.type()
              + ": "
              + e.getMessage(),
          e);
    }
  }
}
