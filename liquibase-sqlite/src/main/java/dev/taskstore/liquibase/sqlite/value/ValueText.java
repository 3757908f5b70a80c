package dev.taskstore.liquibase.sqlite.value;

import dev.taskstore.liquibase.sqlite.type.ColumnType;
import liquibase.database.Database;
import liquibase.sqlgenerator.core.InsertGenerator;
import org.jspecify.annotations.Nullable;

/** The SQL of values of the columns of one table. */
final class ValueText {

  private final Database database;
  private final TableTypes types;

  ValueText(Database database, String table) {
    this.database = database;
    this.types = TableTypes.of(database, table);
  }

  /**
   * Returns the SQL of a value. Where no table is known, as for a view, it is that of Liquibase.
   */
  String of(String column, @Nullable Object value) {
    String literal = types.literal(column, value);
    return literal == null ? withoutType(value) : literal;
  }

  String withoutType(@Nullable Object value) {
    Object content = value instanceof FileValue file ? file.read() : value;
    if (content instanceof byte[]) {
      return ColumnType.of("BLOB", false).literal(content);
    }
    StringBuilder sql = new StringBuilder();
    new InsertGenerator().appendValue(sql, database, content);
    return sql.toString();
  }
}
