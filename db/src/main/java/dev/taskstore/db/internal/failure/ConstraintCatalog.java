package dev.taskstore.db.internal.failure;

import dev.taskstore.db.exception.FailureContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.Check;
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
 * constraint, others only its columns; the catalog finds one by the other. Thread-safe.
 */
public final class ConstraintCatalog {

  /** Compared by identity: each generated schema is one object, and jOOQ's equals renders SQL. */
  private volatile List<Schema> schemas = List.of();

  private volatile Map<String, FailureContext> byName = Map.of();
  private volatile Map<List<Object>, FailureContext> uniqueByColumns = Map.of();

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
    for (Schema schema : all) {
      for (Table<?> table : schema.getTables()) {
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
  }

  private static List<String> names(List<? extends Named> fields) {
    return fields.stream().map(Named::getName).toList();
  }

  private static void add(
      Map<String, FailureContext> names, Table<?> table, String name, List<String> columns) {
    names.put(name, new FailureContext(table.getName(), columns, name));
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
    return byName.get(constraint);
  }

  /** Returns the place of a unique key that the database reported by its columns. */
  @Nullable FailureContext unique(String table, List<String> columns) {
    return uniqueByColumns.get(List.of(table, new TreeSet<>(columns)));
  }
}
