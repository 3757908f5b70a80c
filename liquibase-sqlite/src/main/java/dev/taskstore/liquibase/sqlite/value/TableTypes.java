package dev.taskstore.liquibase.sqlite.value;

import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.type.InvalidValueException;
import dev.taskstore.liquibase.sqlite.type.RecordedTypes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/** The types of the columns of one table, and the literals of values for them. */
final class TableTypes {

  private static final int MAX_CACHED = 200;

  private static final Map<String, Map<String, ColumnType>> PARSED = new ConcurrentHashMap<>();

  private final String table;
  private final Map<String, ColumnType> types;

  private TableTypes(String table, Map<String, ColumnType> types) {
    this.table = table;
    this.types = types;
  }

  /** Returns the types of a table as it is now. An unknown table has no types. */
  static TableTypes of(Database database, String table) {
    if (SchemaText.isOfLiquibase(database, table)) {
      return new TableTypes(table, Map.of());
    }
    String createTable = SchemaText.of(database, table);
    return new TableTypes(table, createTable == null ? Map.of() : parsed(createTable));
  }

  private static Map<String, ColumnType> parsed(String createTable) {
    if (PARSED.size() > MAX_CACHED) {
      PARSED.clear();
    }
    return PARSED.computeIfAbsent(
        createTable,
        any -> {
          Map<String, ColumnType> types = new HashMap<>();
          RecordedTypes.declared(createTable)
              .forEach((column, type) -> types.put(key(column), type));
          return types;
        });
  }

  /** Returns the type of a column, or null if the table or the column is unknown. */
  @Nullable ColumnType type(String column) {
    ColumnType declared = types.get(key(column));
    if (declared != null && declared.standardType() != null) {
      return declared;
    }
    ColumnType written = WrittenTypes.type(table, column);
    if (written == null || written.standardType() == null) {
      written = ChangelogText.propertyTypes().type(table, column);
    }
    boolean fits =
        written != null && (declared == null || declared.storage().equals(written.storage()));
    return fits ? written : declared;
  }

  /**
   * Returns the SQL literal of a value.
   *
   * @throws UnexpectedLiquibaseException if the column does not have the value; the message
   *     contains the changeset, the table and the column, and not the value
   */
  @Nullable String literal(String column, @Nullable Object value) {
    ColumnType type = type(column);
    if (type == null) {
      return null;
    }
    if (isAmbiguous(type, value)) {
      throw new UnexpectedLiquibaseException(
          "Column "
              + table
              + "."
              + column
              + changeSet()
              + ": its type is not known, because the changelog gives it through a property that"
              + " cannot be found, so that a number can be a value or its smallest unit; create the"
              + " table with createTable, or write the type as a comment, for example INTEGER /*"
              + " decimal(10,2) */");
    }
    try {
      return type.literal(value instanceof FileValue file ? file.read() : value);
    } catch (InvalidValueException e) {
      throw new UnexpectedLiquibaseException(
          "Column "
              + table
              + "."
              + column
              + " of type "
              + type
              + changeSet()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /** A whole number can be that of a property that was not found. */
  private static boolean isAmbiguous(ColumnType type, @Nullable Object value) {
    return type.standardType() == null
        && type.storage().equals("INTEGER")
        && value instanceof Number
        && ChangelogText.propertyTypes().isIncomplete();
  }

  private static String changeSet() {
    ChangeSet changeSet = Scope.getCurrentScope().get(Scope.Attr.changeSet, ChangeSet.class);
    return changeSet == null ? "" : " in " + changeSet.toString(false);
  }

  /** Names on SQLite have no case; a changelog may write them with quotes. */
  static String key(String name) {
    return name.replaceAll("^[\"`\\[]|[\"`\\]]$", "").toLowerCase(Locale.ROOT);
  }
}
