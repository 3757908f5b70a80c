package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import dev.taskstore.liquibase.sqlite.text.UnreadableDefinitionException;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.type.InvalidValueException;
import dev.taskstore.liquibase.sqlite.type.RecordedTypes;
import dev.taskstore.liquibase.sqlite.value.SchemaText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/** The columns of a table of SQLite, with the types that the table records. */
final class TableColumns {

  private final String table;
  private final TableDefinition definition;
  private final Map<String, ColumnType> types = new HashMap<>();

  private TableColumns(String table, String createTable) {
    this.table = table;
    this.definition = TableDefinition.read(createTable);
    RecordedTypes.declared(createTable)
        .forEach(
            (column, type) -> {
              if (type.standardType() != null && type.isSupported()) {
                types.put(Names.fold(column), type);
              }
            });
  }

  /** Returns the columns of a table; empty if there is no such table. */
  static Optional<TableColumns> of(Database database, String table) {
    String createTable = SchemaText.of(database, table);
    try {
      return createTable == null
          ? Optional.empty()
          : Optional.of(new TableColumns(table, createTable));
    } catch (UnreadableDefinitionException e) {
      return Optional.empty();
    }
  }

  TableDefinition definition() {
    return definition;
  }

  List<String> names() {
    return definition.columns().stream().map(ColumnDefinition::name).toList();
  }

  /** Returns the recorded type of a column, or null. */
  @Nullable ColumnType type(String column) {
    return types.get(Names.fold(column));
  }

  /** Returns the SQL of a value in a column. */
  String literal(String column, ColumnType type, SqlValue value) {
    try {
      return value.literal(type);
    } catch (InvalidValueException e) {
      throw new UnexpectedLiquibaseException(
          "Column " + table + "." + column + " of type " + type + ": " + e.getMessage(), e);
    }
  }
}
