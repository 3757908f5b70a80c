package dev.taskstore.transfer.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Named;
import org.jooq.Schema;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The columns and keys of a table, from the generated code or from the manifest of an archive.
 *
 * @param name the table's name
 * @param columns the columns in their canonical order, which is that of the generated table
 * @param key the names of the primary key's columns, in the order of the key; empty if the table
 *     has none
 * @param references the names of the tables that foreign keys reference, without repetition
 * @param identity the name of the identity column, or null if the table has none
 */
public record TableShape(
    String name,
    List<TableColumn> columns,
    List<String> key,
    List<String> references,
    @Nullable String identity) {

  /** Copies the lists. */
  public TableShape {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    references = List.copyOf(references);
  }

  /**
   * Returns the tables of a generated schema.
   *
   * @param schema the schema
   * @return the tables, each after those that it references where possible, otherwise by name
   * @throws IllegalArgumentException when repositories do not support the type of a column
   */
  public static List<TableShape> of(Schema schema) {
    return parentsFirst(schema.getTables().stream().map(TableShape::of).toList());
  }

  /** Returns the shape of a generated table. */
  public static TableShape of(Table<?> table) {
    return of(table, table.fieldStream().toList());
  }

  /**
   * Returns the shape of a generated table with some of its columns.
   *
   * @param table the table
   * @param fields its columns, among them those of the primary key
   * @return the shape
   * @throws IllegalArgumentException when repositories do not support the type of a column
   */
  public static TableShape of(Table<?> table, List<? extends Field<?>> fields) {
    UniqueKey<?> primaryKey = table.getPrimaryKey();
    return new TableShape(
        table.getName(),
        fields.stream().map(TableColumn::of).toList(),
        primaryKey == null
            ? List.of()
            : primaryKey.getFields().stream().map(Named::getName).toList(),
        table.getReferences().stream()
            .map(reference -> reference.getKey().getTable().getName())
            .distinct()
            .sorted()
            .toList(),
        table.getIdentity() == null ? null : table.getIdentity().getField().getName());
  }

  /** Sorts tables so that each is after those that it references; tables in a cycle by name. */
  public static List<TableShape> parentsFirst(List<TableShape> tables) {
    List<TableShape> remaining =
        new ArrayList<>(tables.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList());
    Set<String> names = new HashSet<>(remaining.stream().map(TableShape::name).toList());
    Set<String> placed = new LinkedHashSet<>();
    List<TableShape> sorted = new ArrayList<>();
    while (!remaining.isEmpty()) {
      TableShape next =
          remaining.stream()
              .filter(table -> table.isAfter(placed, names))
              .findFirst()
              .orElse(remaining.get(0));
      remaining.remove(next);
      placed.add(next.name());
      sorted.add(next);
    }
    return sorted;
  }

  private boolean isAfter(Set<String> placed, Set<String> known) {
    return references.stream()
        .allMatch(
            reference ->
                reference.equals(name) || placed.contains(reference) || !known.contains(reference));
  }

  /** Returns the table in jOOQ. */
  public Table<?> table() {
    return DSL.table(DSL.name(name));
  }

  /** Returns the columns in jOOQ, in their canonical order. */
  public List<Field<?>> fields() {
    return columns.stream().<Field<?>>map(TableColumn::field).toList();
  }

  /** Returns the columns of the primary key in jOOQ; all columns if the table has no key. */
  public List<Field<?>> keyFields() {
    return keyColumns().stream().<Field<?>>map(TableColumn::field).toList();
  }

  /** Returns the columns of the primary key; all columns if the table has no key. */
  public List<TableColumn> keyColumns() {
    return key.isEmpty() ? columns : key.stream().map(this::column).toList();
  }

  /** Returns the positions of the key's columns in a row; those of all columns without a key. */
  public int[] keyPositions() {
    return keyColumns().stream().mapToInt(columns::indexOf).toArray();
  }

  /** Returns the order in which rows are read on every dialect; nulls are last. */
  public List<SortField<?>> order() {
    return keyColumns().stream()
        .<SortField<?>>map(
            column -> column.isNullable() ? column.field().asc().nullsLast() : column.field().asc())
        .toList();
  }

  /**
   * Returns a part of the table, for queries and statements that use some of its columns.
   *
   * @param columns the columns, in the order of their values
   * @return a table with these columns, which is in the same order
   */
  public TableShape withColumns(List<TableColumn> columns) {
    return new TableShape(name, columns, key, references, identity);
  }

  private TableColumn column(String column) {
    return columns.stream()
        .filter(candidate -> candidate.name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No column " + name + "." + column));
  }
}
