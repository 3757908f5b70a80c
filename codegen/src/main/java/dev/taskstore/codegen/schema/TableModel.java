package dev.taskstore.codegen.schema;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * The model of a table, for the source writers.
 *
 * @param name the name in the database
 * @param remark the remark of the changelog, empty when there is none
 * @param modelName the name of the model
 * @param interfaces the interfaces that the model implements
 * @param modelled whether the table gets a model and a repository
 * @param field the name of the field in jOOQ's {@code Tables}
 * @param columns all columns in the order of the table
 * @param primaryKey the columns of the primary key in the order of the key; empty if it has none
 * @param uniqueKeys the unique keys except the primary key, in the order of their columns
 * @param foreignKeys the foreign keys, in the order of their columns
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

  /** Returns the table without a model and a repository. */
  TableModel withoutModel() {
    return new TableModel(
        name,
        remark,
        modelName,
        interfaces,
        false,
        field,
        columns,
        primaryKey,
        uniqueKeys,
        foreignKeys);
  }

  /** Returns the table without enums, which are generated with its model only. */
  TableModel withoutEnums() {
    return new TableModel(
        name,
        remark,
        modelName,
        interfaces,
        modelled,
        field,
        withoutEnums(columns),
        withoutEnums(primaryKey),
        uniqueKeys.stream()
            .map(key -> new UniqueKeyModel(key.name(), withoutEnums(key.columns())))
            .toList(),
        foreignKeys.stream()
            .map(
                key ->
                    new ForeignKeyModel(
                        key.name(),
                        withoutEnums(key.columns()),
                        key.referencedTable(),
                        key.referencedColumns(),
                        key.referencesPrimaryKey(),
                        key.cascading()))
            .toList());
  }

  private static List<ColumnModel> withoutEnums(List<ColumnModel> columns) {
    return columns.stream().map(ColumnModel::withoutEnum).toList();
  }

  /**
   * Returns whether the table has a primary key.
   *
   * @return true if it has one
   */
  public boolean keyed() {
    return !primaryKey.isEmpty();
  }

  /**
   * Returns whether the key is a record of several values.
   *
   * @return true if the primary key has several columns
   */
  public boolean compositeKey() {
    return primaryKey.size() > 1;
  }

  /**
   * Returns whether the changelog marks a column as personal data.
   *
   * @return true if at least one column is marked
   */
  public boolean personal() {
    return columns.stream().anyMatch(column -> column.category().isPresent());
  }

  /**
   * Finds the column with a role.
   *
   * @param role the role
   * @return the column, or empty if the table has none
   */
  public Optional<ColumnModel> column(ColumnRole role) {
    return columns.stream().filter(column -> column.role() == role).findFirst();
  }

  /**
   * Returns the columns of a draft.
   *
   * @return all except the version and an identity column
   */
  public List<ColumnModel> draftColumns() {
    return insertColumns().stream().filter(column -> column.role() != ColumnRole.VERSION).toList();
  }

  /**
   * Returns the columns that an insert writes.
   *
   * @return all except an identity column
   */
  public List<ColumnModel> insertColumns() {
    return columns.stream().filter(column -> column.role() != ColumnRole.IDENTITY).toList();
  }

  /**
   * Returns the columns that a partial update can set.
   *
   * @return all except keys and managed columns
   */
  public List<ColumnModel> changeableColumns() {
    return columns.stream().filter(column -> column.role() == ColumnRole.VALUE).toList();
  }

  /**
   * Returns the columns that an update writes.
   *
   * @return all except keys and the time of the insert
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
   * Returns columns that order the rows without ties.
   *
   * @return the primary key, else a unique key without NULL, else an empty list
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
   * Returns whether the table only joins two others: its primary key consists of two references to
   * primary keys, and it has no other column.
   *
   * @return true if it gets no model
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
