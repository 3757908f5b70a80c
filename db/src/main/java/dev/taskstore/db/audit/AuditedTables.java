package dev.taskstore.db.audit;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.personal.DataCategory;
import dev.taskstore.db.personal.PersonalDataMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;

/**
 * Declares the tables whose changes are recorded, and the columns whose values are kept:
 *
 * <pre>{@code
 * AuditedTables audited =
 *     AuditedTables.of(PersonalData.MAP).table(USERS).table(TASKS).table(TASK_TAGS).build();
 * }</pre>
 *
 * <p>Values of columns that the changelog marks as secret are never kept. Values of personal
 * columns are not kept unless {@link Builder#keepPersonal} names them. An entry contains the names
 * of such columns when they change. Declare it once, as a constant. Immutable and thread-safe;
 * compared by identity.
 */
public final class AuditedTables {

  private final PersonalDataMap map;
  private final Map<String, Table<?>> tables;
  private final Set<Field<?>> personal;

  private AuditedTables(Builder builder) {
    this.map = builder.map;
    this.tables = new LinkedHashMap<>(builder.tables);
    this.personal = new LinkedHashSet<>(builder.personal);
  }

  /**
   * Starts a declaration.
   *
   * @param map the generated map of the schema's personal data
   * @return a builder without tables
   */
  public static Builder of(PersonalDataMap map) {
    return new Builder(map);
  }

  /**
   * Returns the declared tables.
   *
   * @return the generated tables in the order of their declaration, at least one
   */
  public List<Table<?>> tables() {
    return List.copyOf(tables.values());
  }

  /**
   * Returns whether a table is declared.
   *
   * @param table the generated table
   * @return true if its changes are recorded
   */
  public boolean contains(Table<?> table) {
    return tables.containsKey(table.getName());
  }

  /**
   * Returns whether the values of a column are kept.
   *
   * @param column a column of a declared table
   * @return false for secret columns, and for personal ones that are not named
   */
  public boolean keeps(Field<?> column) {
    return map.category(column)
        .map(category -> category == DataCategory.PERSONAL && personal.contains(column))
        .orElse(true);
  }

  /** Builds a declaration. Not thread-safe. */
  public static final class Builder {

    private final PersonalDataMap map;
    private final Map<String, Table<?>> tables = new LinkedHashMap<>();
    private final Set<Field<?>> personal = new LinkedHashSet<>();

    private Builder(PersonalDataMap map) {
      this.map = Objects.requireNonNull(map, "map");
    }

    /**
     * Adds a table.
     *
     * @param table a generated table with a primary key, whose columns are not marked as personal
     * @return this
     * @throws InvalidArgumentException if the table has no primary key, if a column of the key is
     *     marked as personal or secret or is a floating-point number, or if the table is declared
     *     already
     */
    public Builder table(Table<?> table) {
      String name = table.getName();
      UniqueKey<?> key = table.getPrimaryKey();
      if (key == null) {
        throw invalid(name, "has no primary key, by which entries identify its rows");
      }
      for (TableField<?, ?> column : key.getFields()) {
        if (map.isPersonal(column)) {
          throw invalid(
              name,
              "has the personal column "
                  + column.getName()
                  + " in its primary key, which every entry contains");
        }
        if (isFloatingPoint(column)) {
          throw invalid(
              name,
              "has the floating-point column "
                  + column.getName()
                  + " in its primary key, which databases write with different digits");
        }
      }
      if (tables.putIfAbsent(name, table) != null) {
        throw invalid(name, "is declared twice");
      }
      return this;
    }

    private static boolean isFloatingPoint(TableField<?, ?> column) {
      Class<?> stored = column.getDataType().getBinding().converter().fromType();
      return stored == Double.class || stored == Float.class;
    }

    private static InvalidArgumentException invalid(String table, String problem) {
      return new InvalidArgumentException(
          "The table " + table + " " + problem + ". Leave it out of the audit trail.",
          FailureContext.of(table));
    }

    /**
     * Keeps the values of personal columns. Entries then contain personal data. The export and the
     * erasure of a person include them, see {@link dev.taskstore.db.personal.DataSubject}.
     *
     * @param columns columns of declared tables that the changelog marks as personal
     * @return this
     * @throws InvalidArgumentException if the table of a column is not declared, or if the column
     *     is secret or not marked
     */
    public Builder keepPersonal(TableField<?, ?>... columns) {
      for (TableField<?, ?> column : columns) {
        Table<?> table = column.getTable();
        String name = table == null ? "" : table.getName();
        if (!tables.containsKey(name)
            || !map.category(column).filter(c -> c == DataCategory.PERSONAL).isPresent()) {
          throw new InvalidArgumentException(
              "The column "
                  + column.getName()
                  + " must be marked as data:personal, and its table must be declared before.",
              FailureContext.of(name, column.getName()));
        }
        personal.add(column);
      }
      return this;
    }

    /**
     * Builds the declaration.
     *
     * @return the declaration
     * @throws InvalidArgumentException if it has no table
     */
    public AuditedTables build() {
      if (tables.isEmpty()) {
        throw new InvalidArgumentException(
            "Declare at least one table with table(...).", FailureContext.NONE);
      }
      return new AuditedTables(this);
    }
  }

  /**
   * Returns the personal columns whose values are kept.
   *
   * @return the columns, possibly none
   */
  public List<Field<?>> personalColumns() {
    return new ArrayList<>(personal);
  }
}
