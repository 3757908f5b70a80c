package dev.taskstore.differential.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Changes of all rows that satisfy a condition. A violation is that of the first row in the order
 * of keys.
 *
 * @param <M> the entity type
 */
public final class ModelBulkChanges<M> {

  private final ModelTable<M, ?> table;
  private final Runnable valueCheck;
  private final Predicate<M> condition;

  /**
   * Creates the changes.
   *
   * @param valueCheck checks the values of the condition, when the statement is built
   */
  public ModelBulkChanges(ModelTable<M, ?> table, Runnable valueCheck, Predicate<M> condition) {
    this.table = table;
    this.valueCheck = valueCheck;
    this.condition = condition;
  }

  private List<M> matches() {
    valueCheck.run();
    return table.rows().values().stream().filter(condition).toList();
  }

  /** Deletes the rows, and returns their number. */
  public long delete() {
    table.ensureMayChange();
    return table.transactions.atomically(
        () -> {
          Set<UUID> found = matches().stream().map(table::id).collect(Collectors.toSet());
          if (found.removeIf(id -> !table.mayDelete(table.rows().get(id)))) {
            table.transactions.refusals().afterRefusedDeletes(table.name);
          }
          found.forEach(table::remove);
          return (long) found.size();
        });
  }

  /** Writes some columns of the rows, and returns the number of rows. */
  public long update(List<Edit> edits) {
    edits.forEach(table::validate);
    List<Edit> all = table.beforeChange(edits);
    if (all.isEmpty()) {
      return 0;
    }
    table.ensureMayChange();
    return table.transactions.atomically(
        () -> {
          List<M> stored = matches();
          if (!stored.isEmpty()) {
            table.ensureMayWriteOver();
          }
          List<M> changed = new ArrayList<>();
          for (M row : stored) {
            M next = table.touched(row);
            for (Edit edit : all) {
              next = table.edited(next, edit);
            }
            changed.add(next);
          }
          for (int i = 0; i < changed.size() && !table.isCheckedByDatabase(); i++) {
            table.ensurePermitted(changed.get(i), stored.get(i));
          }
          changed.forEach(table::store);
          return (long) changed.size();
        });
  }
}
