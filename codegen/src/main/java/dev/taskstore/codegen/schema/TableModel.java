package dev.taskstore.codegen.schema;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * A table as the writers see it.
 *
 * @param name the name in the database
 * @param remark the remark of the changelog, empty when there is none
 * @param modelName the name of the model
 * @param interfaces what the model implements
 * @param modelled whether the table gets a model and a repository at all
 * @param field the name of the field in jOOQ's {@code Tables}
 * @param columns all columns in the order of the table
 * @param primaryKey the columns of the primary key in the order of the key; empty when there is
 *     none
 * @param uniqueKeys the unique keys beside the primary key, in the order of their columns
 * @param foreignKeys the references to other tables, in the order of their columns
 */
public record TableModel(
    String name,
    String remark,
    String modelName,
    List<ClassName> interfaces,
    boolean modelled,
    String field,
    List<ColumnModel> columns,
    List<ColumnModel> primaryKey,
    List<UniqueKeyModel> uniqueKeys,
    List<ForeignKeyModel> foreignKeys) {

  /** Copies the lists. */
  public TableModel {
    interfaces = List.copyOf(interfaces);
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    uniqueKeys = List.copyOf(uniqueKeys);
    foreignKeys = List.copyOf(foreignKeys);
  }

  /**
   * Whether the table has a primary key.
   *
   * @return whether there is one
   */
  public boolean keyed() {
    return !primaryKey.isEmpty();
  }

  /**
   * Whether the key is a record of several values.
   *
   * @return whether the primary key has several columns
   */
  public boolean compositeKey() {
    return primaryKey.size() > 1;
  }

  /**
   * The column with a role.
   *
   * @param role the role
   * @return the column, if the table has one
   */
  public Optional<ColumnModel> column(ColumnRole role) {
    return columns.stream().filter(column -> column.role() == role).findFirst();
  }

  /**
   * The columns that a draft has.
   *
   * @return all but the version and a key that the database makes
   */
  public List<ColumnModel> draftColumns() {
    return insertColumns().stream().filter(column -> column.role() != ColumnRole.VERSION).toList();
  }

  /**
   * The columns that an insert writes.
   *
   * @return all but a key that the database makes
   */
  public List<ColumnModel> insertColumns() {
    return columns.stream().filter(column -> column.role() != ColumnRole.IDENTITY).toList();
  }

  /**
   * The columns that a partial update can set.
   *
   * @return those that are neither key nor managed
   */
  public List<ColumnModel> changeableColumns() {
    return columns.stream().filter(column -> column.role() == ColumnRole.VALUE).toList();
  }

  /**
   * The columns that an update writes.
   *
   * @return those that are neither key nor the time of the insert
   */
  public List<ColumnModel> mutableColumns() {
    return columns.stream()
        .filter(
            column ->
                switch (column.role()) {
                  case GENERATED_KEY, IDENTITY, KEY, CREATED_AT -> false;
                  case UPDATED_AT, VERSION, VALUE -> true;
                })
        .toList();
  }

  /**
   * Columns that give the rows an order without ties.
   *
   * @return the primary key, else a unique key without NULL, else nothing
   */
  public List<ColumnModel> orderKey() {
    if (keyed()) {
      return primaryKey;
    }
    return uniqueKeys.stream()
        .filter(UniqueKeyModel::complete)
        .map(UniqueKeyModel::columns)
        .findFirst()
        .orElse(List.of());
  }

  /**
   * Whether the table does nothing but join two others: its primary key is exactly two references
   * to primary keys, and it has no other column.
   *
   * @return whether it gets no model of its own
   */
  public boolean pureJoinTable() {
    return columns.size() == 2
        && primaryKey.size() == 2
        && primaryKey.stream()
            .allMatch(
                column ->
                    foreignKeys.stream()
                            .filter(key -> key.columns().equals(List.of(column)))
                            .filter(ForeignKeyModel::referencesPrimaryKey)
                            .count()
                        == 1);
  }

  boolean references(ColumnModel column, String table) {
    return foreignKeys.stream()
        .anyMatch(
            key -> key.columns().equals(List.of(column)) && key.referencedTable().equals(table));
  }
}
