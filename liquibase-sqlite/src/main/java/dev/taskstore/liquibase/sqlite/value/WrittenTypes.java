package dev.taskstore.liquibase.sqlite.value;

import dev.taskstore.liquibase.sqlite.type.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import liquibase.change.Change;
import liquibase.change.ColumnConfig;
import liquibase.change.core.AddColumnChange;
import liquibase.change.core.CreateTableChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/** The types of columns as the changelog that runs contains them. */
public final class WrittenTypes {

  private static final Set<String> STORAGE_CLASSES = Set.of("INTEGER", "REAL", "TEXT", "BLOB");

  private WrittenTypes() {}

  /**
   * Returns the type of a column for {@link ColumnType#of}. A storage class is the standard type of
   * this name if the changelog contains it, and not a property with this value.
   */
  public static String standard(String table, String column, String type) {
    String name = type.replaceFirst("\\{.*}\\s*$", "").strip();
    boolean written =
        STORAGE_CLASSES.contains(name)
            && ChangelogText.propertyTypes().isStorageClass(table, column);
    return written ? type.toLowerCase(Locale.ROOT) : type;
  }

  /**
   * Returns the type of a column of a statement for {@link ColumnType#of}. A storage class is the
   * standard type of this name, unless the statement contains it through a property.
   */
  public static String ofStatement(String table, String column, String type) {
    if (!STORAGE_CLASSES.contains(type)) {
      return type;
    }
    PropertyTypes properties = ChangelogText.propertyTypes();
    ColumnType property = properties.type(table, column);
    if (property != null) {
      return property.toString();
    }
    return properties.isProperty(table, column) || properties.isIncomplete()
        ? type
        : type.toLowerCase(Locale.ROOT);
  }

  /** Returns the type that createTable or addColumn of the changelog gives to a column, or null. */
  static @Nullable ColumnType type(String table, String column) {
    DatabaseChangeLog changelog = ChangelogText.current();
    ColumnType type = null;
    for (ChangeSet changeSet :
        changelog == null ? List.<ChangeSet>of() : changelog.getChangeSets()) {
      for (Change change : changeSet.getChanges()) {
        for (ColumnConfig config : columns(change, table)) {
          if (TableTypes.key(String.valueOf(config.getName())).equals(TableTypes.key(column))) {
            type = type(table, config);
          }
        }
      }
    }
    return type;
  }

  private static List<? extends ColumnConfig> columns(Change change, String table) {
    if (change instanceof CreateTableChange create && isSame(create.getTableName(), table)) {
      return create.getColumns();
    }
    if (change instanceof AddColumnChange add && isSame(add.getTableName(), table)) {
      return add.getColumns();
    }
    return List.of();
  }

  private static boolean isSame(@Nullable String name, String table) {
    return name != null && TableTypes.key(name).equals(TableTypes.key(table));
  }

  private static @Nullable ColumnType type(String table, ColumnConfig column) {
    try {
      return column.getType() == null
          ? null
          : ColumnType.of(standard(table, column.getName(), column.getType()), false);
    } catch (UnexpectedLiquibaseException e) {
      return null;
    }
  }
}
