package dev.taskstore.testdata.schema;

import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.exception.FailureContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.ForeignKey;
import org.jooq.Named;
import org.jooq.Schema;
import org.jooq.Table;

/**
 * The tables of a schema, each after those that it references. Without the entries of an audit
 * trail, which triggers write.
 *
 * @param tables the tables
 * @param deferred the foreign keys that must be null at first, because their tables reference each
 *     other
 */
record TableOrder(List<Table<?>> tables, Set<ForeignKey<?, ?>> deferred) {

  static TableOrder of(Schema schema) {
    List<Table<?>> remaining =
        new ArrayList<>(
            schema.getTables().stream()
                .filter(table -> !table.getName().equals(AuditTrail.TABLE))
                .sorted(Comparator.comparing(Named::getName))
                .toList());
    List<Table<?>> sorted = new ArrayList<>();
    Set<ForeignKey<?, ?>> deferred = new HashSet<>();
    while (!remaining.isEmpty()) {
      Table<?> next =
          remaining.stream()
              .filter(table -> open(table, remaining).isEmpty())
              .findFirst()
              .orElseGet(
                  () ->
                      remaining.stream()
                          .filter(
                              table ->
                                  open(table, remaining).stream().allMatch(TableOrder::isNullable))
                          .findFirst()
                          .orElseThrow(() -> unsatisfiable(remaining)));
      deferred.addAll(open(next, remaining));
      remaining.remove(next);
      sorted.add(next);
    }
    return new TableOrder(List.copyOf(sorted), Set.copyOf(deferred));
  }

  /** Returns the foreign keys to other tables that are not yet placed. */
  private static List<ForeignKey<?, ?>> open(Table<?> table, List<Table<?>> remaining) {
    List<ForeignKey<?, ?>> open = new ArrayList<>();
    for (ForeignKey<?, ?> key : table.getReferences()) {
      String parent = key.getKey().getTable().getName();
      if (!parent.equals(table.getName())
          && remaining.stream().anyMatch(other -> other.getName().equals(parent))) {
        open.add(key);
      }
    }
    return open;
  }

  private static boolean isNullable(ForeignKey<?, ?> key) {
    return key.getFields().stream().anyMatch(field -> field.getDataType().nullable());
  }

  private static UnsatisfiableConstraintException unsatisfiable(List<Table<?>> tables) {
    Table<?> table = tables.get(0);
    ForeignKey<?, ?> key =
        open(table, tables).stream().filter(open -> !isNullable(open)).findFirst().orElseThrow();
    return new UnsatisfiableConstraintException(
        "The tables "
            + tables.stream().map(Named::getName).collect(Collectors.joining(", "))
            + " reference each other, and no foreign key among them allows NULL. Allow NULL in "
            + key.getName()
            + ", or insert these rows with statements of your own.",
        new FailureContext(
            table.getName(), key.getFields().stream().map(Named::getName).toList(), key.getName()));
  }
}
