package dev.taskstore.db.internal.failure;

import dev.taskstore.db.exception.FailureContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.Check;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.Named;
import org.jooq.Schema;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * The named constraints of the generated schemas. Some databases report the name of a violated
 * constraint, others only its columns; the catalog finds one by the other. Names without quotes
 * have another case on some databases, so that a name is also found without regard to case.
 * Thread-safe.
 */
public final class ConstraintCatalog {

  /** Compared by identity: each generated schema is one object, and jOOQ's equals renders SQL. */
  private volatile List<Schema> schemas = List.of();

  private volatile Map<String, FailureContext> byName = Map.of();
  private volatile Map<List<Object>, FailureContext> uniqueByColumns = Map.of();
  private volatile Map<String, Table<?>> tables = Map.of();

  public void register(@Nullable Schema schema) {
    if (schema != null && !isKnown(schema)) {
      add(schema);
    }
  }

  private boolean isKnown(Schema schema) {
    for (Schema known : schemas) {
      if (known == schema) {
        return true;
      }
    }
    return false;
  }

  private synchronized void add(Schema schema) {
    if (!isKnown(schema)) {
      List<Schema> all = new ArrayList<>(schemas);
      all.add(schema);
      rebuild(all);
      schemas = List.copyOf(all);
    }
  }

  List<Schema> schemas() {
    return schemas;
  }

  private void rebuild(List<Schema> all) {
    Map<String, FailureContext> names = new HashMap<>();
    Map<List<Object>, FailureContext> uniques = new HashMap<>();
    Map<String, Table<?>> byTableName = new HashMap<>();
    for (Schema schema : all) {
      for (Table<?> table : schema.getTables()) {
        put(byTableName, table.getName(), table);
        for (Index index : table.getIndexes()) {
          List<String> columns = index.getFields().stream().map(SortField::getName).toList();
          add(names, table, index.getName(), columns);
          if (index.getUnique()) {
            addUnique(uniques, table, index.getName(), columns);
          }
        }
        for (UniqueKey<?> key : table.getKeys()) {
          List<String> columns = names(key.getFields());
          add(names, table, key.getName(), columns);
          addUnique(uniques, table, key.getName(), columns);
        }
        for (ForeignKey<?, ?> key : table.getReferences()) {
          add(names, table, key.getName(), names(key.getFields()));
        }
        for (Check<?> check : table.getChecks()) {
          add(names, table, check.getName(), List.of());
        }
      }
    }
    byName = names;
    uniqueByColumns = uniques;
    tables = byTableName;
  }

  /** Adds an entry, and one under the name in lower case if there is none. */
  private static <V> void put(Map<String, V> target, String name, V value) {
    target.put(name, value);
    target.putIfAbsent(folded(name), value);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static List<String> names(List<? extends Named> fields) {
    return fields.stream().map(Named::getName).toList();
  }

  private static void add(
      Map<String, FailureContext> names, Table<?> table, String name, List<String> columns) {
    put(names, name, new FailureContext(table.getName(), columns, name));
  }

  private static void addUnique(
      Map<List<Object>, FailureContext> uniques,
      Table<?> table,
      String name,
      List<String> columns) {
    uniques.put(
        List.of(table.getName(), new TreeSet<>(columns)),
        new FailureContext(table.getName(), columns, name));
  }

  /** Returns the place of a constraint that the database reported by name. */
  @Nullable FailureContext named(String constraint) {
    FailureContext exact = byName.get(constraint);
    return exact != null ? exact : byName.get(folded(constraint));
  }

  /** Returns the place of a unique key that the database reported by its columns. */
  @Nullable FailureContext unique(String table, List<String> columns) {
    FailureContext exact = uniqueByColumns.get(List.of(table, new TreeSet<>(columns)));
    if (exact != null) {
      return exact;
    }
    FailureContext modelled = modelled(table, columns);
    return modelled == null
        ? null
        : uniqueByColumns.get(
            List.of(String.valueOf(modelled.table()), new TreeSet<>(modelled.columns())));
  }

  /** Returns a table and its columns as the model spells them, or null for an unknown table. */
  @Nullable FailureContext modelled(String table, List<String> columns) {
    Table<?> exact = tables.get(table);
    Table<?> known = exact != null ? exact : tables.get(folded(table));
    return known == null
        ? null
        : new FailureContext(
            known.getName(), columns.stream().map(name -> modelled(known, name)).toList(), null);
  }

  /** Returns the name of a column as the model spells it. */
  static String modelled(Table<?> table, String column) {
    if (table.field(column) == null) {
      for (Field<?> field : table.fields()) {
        if (field.getName().equalsIgnoreCase(column)) {
          return field.getName();
        }
      }
    }
    return column;
  }
}
