package dev.taskstore.liquibase.sqlite.value;

import java.util.function.BiFunction;
import liquibase.GlobalConfiguration;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.LoadDataChange.LOAD_DATA_TYPE;
import liquibase.change.core.LoadDataColumnConfig;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.util.csv.CSVReader;
import org.jspecify.annotations.Nullable;

/** The first line of a CSV file: the names of its columns. */
final class CsvHeader {

  private final String[] names;
  private final BiFunction<String, Integer, LoadDataColumnConfig> columns;

  private CsvHeader(String[] names, BiFunction<String, Integer, LoadDataColumnConfig> columns) {
    this.names = names;
    this.columns = columns;
  }

  /**
   * Adds the types of the columns that have none, on SQLite. A missing or empty file has no
   * columns; Liquibase reports it.
   *
   * @param columns returns the configuration of the column with a name and an index
   */
  static void addTypes(
      LoadDataChange change,
      BiFunction<String, Integer, LoadDataColumnConfig> columns,
      Database database) {
    if (database instanceof SQLiteDatabase) {
      new CsvHeader(names(change), columns).addTypes(database, change.getTableName());
    }
  }

  private static String[] names(LoadDataChange change) {
    try {
      CSVReader reader = change.getCSVReader();
      if (reader == null) {
        return new String[0];
      }
      try {
        String[] names = reader.readNext();
        return names == null ? new String[0] : names;
      } finally {
        reader.close();
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) { // as close of the reader declares it
      throw new UnexpectedLiquibaseException("The file " + change.getFile() + " cannot be read", e);
    }
  }

  private void addTypes(Database database, String table) {
    CsvColumns types = new CsvColumns(database, table);
    boolean trims =
        Boolean.TRUE.equals(GlobalConfiguration.TRIM_LOAD_DATA_FILE_HEADER.getCurrentValue());
    for (int index = 0; index < names.length; index++) {
      String name = trims ? names[index].strip() : names[index];
      LoadDataColumnConfig column = columns.apply(name, index);
      if (column.getType() == null) {
        addType(
            column, types.type(column.getName() == null ? names[index].strip() : column.getName()));
      }
    }
  }

  private static void addType(LoadDataColumnConfig column, @Nullable LOAD_DATA_TYPE type) {
    if (type != null) {
      column.setType(type);
    }
  }
}
