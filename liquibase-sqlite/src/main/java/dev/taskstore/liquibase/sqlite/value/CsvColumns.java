package dev.taskstore.liquibase.sqlite.value;

import dev.taskstore.liquibase.sqlite.type.ColumnType;
import liquibase.change.core.LoadDataChange.LOAD_DATA_TYPE;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * The types that a CSV file's columns without a type have. Liquibase takes them from the database,
 * where SQLite has only storage classes; here they are those that Liquibase takes from PostgreSQL.
 */
final class CsvColumns {

  private final TableTypes types;

  CsvColumns(Database database, String table) {
    this.types = TableTypes.of(database, table);
  }

  /** Returns the type of a column, or null if the column is unknown. */
  @Nullable LOAD_DATA_TYPE type(String column) {
    ColumnType type = types.type(column);
    if (type == null) {
      return null;
    }
    String name = type.toString().replaceFirst("[ (].*", "");
    return switch (name) {
      case "boolean" -> LOAD_DATA_TYPE.BOOLEAN;
      case "smallint", "integer", "bigint", "decimal", "real", "double", "INTEGER", "REAL" ->
          LOAD_DATA_TYPE.NUMERIC;
      case "date", "time", "timestamp" -> LOAD_DATA_TYPE.DATE;
      case "uuid" -> LOAD_DATA_TYPE.UUID;
      case "text", "TEXT" -> LOAD_DATA_TYPE.CLOB;
      default -> LOAD_DATA_TYPE.STRING;
    };
  }
}
