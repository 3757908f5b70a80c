package dev.taskstore.testdata.schema;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.testdata.random.RowRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Generates the rows of a table one after the other. Each is compared with the checks and keys
 * before it is returned. Not thread-safe.
 */
final class TableGenerator {

  /** How many rows in a row may be refused, besides those whose keys exist. */
  private static final int MAXIMUM_REFUSALS = 1_000;

  private final TablePlan plan;
  private final long seed;
  private final long wanted;
  private final RowRepair repair;
  private final DatabaseChecks databaseChecks;
  private final List<ParentRows> collected;
  private final int maximumRefusals;
  private final Map<TablePlan.Key, Set<List<Object>>> seen = new HashMap<>();
  private long candidate;
  private long generated;

  /**
   * Creates a generator.
   *
   * @param plan the plan of the table
   * @param seed the seed of the data
   * @param wanted how many rows to generate, if the keys allow as many
   * @param databaseChecks evaluates the checks that Java cannot
   * @param existing the rows of the table, whose keys are not repeated
   * @param collected receive the keys of all rows
   */
  TableGenerator(
      TablePlan plan,
      long seed,
      long wanted,
      DatabaseChecks databaseChecks,
      List<@Nullable Object[]> existing,
      List<ParentRows> collected) {
    this.plan = plan;
    this.seed = seed;
    this.wanted = wanted;
    this.repair = new RowRepair(plan);
    this.databaseChecks = databaseChecks;
    this.collected = collected;
    this.maximumRefusals = MAXIMUM_REFUSALS + existing.size();
    (existing.isEmpty() ? plan.comparedKeys() : plan.keys())
        .forEach(key -> seen.put(key, new HashSet<>()));
    existing.forEach(this::rememberKeys);
    collected.forEach(parents -> parents.addExisting(existing));
  }

  /**
   * Generates the next rows.
   *
   * @param maximum the maximum number of rows
   * @return the rows; none when the table is complete
   * @throws UnsatisfiableConstraintException when no row satisfies a check
   */
  List<@Nullable Object[]> next(int maximum) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    int refusals = 0;
    while (rows.size() < maximum && generated < wanted) {
      Random random = RowRandom.of(seed, plan.table().getName(), candidate);
      @Nullable Object[] row = new @Nullable Object[plan.columns().size()];
      if (!draw(row, random)) {
        break;
      }
      candidate++;
      RowCheck broken = brokenCheck(row, random);
      if (broken == null && isNew(row)) {
        remember(row);
        rows.add(row);
        generated++;
        refusals = 0;
      } else if (++refusals == maximumRefusals) {
        if (broken != null || hasGeneratorInKey()) {
          throw unsatisfiable(broken);
        }
        break; // The keys allow no more rows, or hardly any.
      }
    }
    return rows;
  }

  private boolean draw(@Nullable Object[] row, Random random) {
    if (!plan.writeCombination(row, candidate)) {
      return false;
    }
    Set<Slot> combination = plan.combination();
    for (Slot slot : plan.slots()) {
      if (!combination.contains(slot) && !slot.write(row, candidate, random)) {
        return requireDomain(slot);
      }
    }
    plan.self().forEach(reference -> referenceItself(row, reference));
    return true;
  }

  /** A domain without values is the fault of a check; everything else is an exhausted key. */
  private boolean requireDomain(Slot slot) {
    Domain domain = slot.domain();
    if (domain != null && domain.size() <= 0) {
      Column column = slot.columns().get(0);
      List<RowCheck> involved =
          plan.checks().stream().filter(check -> check.columns().contains(column)).toList();
      throw unsatisfiable(involved.isEmpty() ? null : involved.get(0));
    }
    return false;
  }

  /** The first row of a table that must reference itself has no other row to reference. */
  private void referenceItself(@Nullable Object[] row, Reference reference) {
    if (reference.parents().size() > 0 || reference.isNullable()) {
      return;
    }
    List<Column> referenced = reference.parents().columns();
    for (int i = 0; i < referenced.size(); i++) {
      row[reference.columns().get(i).position()] = row[referenced.get(i).position()];
    }
  }

  /** Returns a check that the row breaks even after a repair, or null. */
  private @Nullable RowCheck brokenCheck(@Nullable Object[] row, Random random) {
    RowCheck broken = repair.repair(row, random);
    if (broken != null) {
      return broken;
    }
    for (Reference reference : plan.dependent()) {
      if (!followsFrom(row, reference, random)) {
        return new RowCheck(reference.name(), null, reference.columns(), List.of(), false);
      }
    }
    return databaseChecks.broken(row);
  }

  /** Completes a foreign key some of whose columns have values of another foreign key. */
  private static boolean followsFrom(@Nullable Object[] row, Reference reference, Random random) {
    List<Integer> known = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < reference.columns().size(); i++) {
      Object value = row[reference.columns().get(i).position()];
      if (value != null) {
        known.add(i);
        values.add(value);
      }
    }
    if (known.isEmpty()) {
      return reference.isNullable();
    }
    List<Object[]> parents = reference.parents().matching(known, values);
    if (parents.isEmpty()) {
      // Nulls in the other columns end the reference, where they are allowed.
      return known.size() < reference.columns().size() && reference.isNullable();
    }
    Object[] parent = parents.get(random.nextInt(parents.size()));
    for (int i = 0; i < parent.length; i++) {
      row[reference.columns().get(i).position()] = parent[i];
    }
    return true;
  }

  private boolean isNew(@Nullable Object[] row) {
    return seen.entrySet().stream()
        .allMatch(
            key -> {
              List<Object> values = values(row, key.getKey());
              return values == null || !key.getValue().contains(values);
            });
  }

  private void remember(@Nullable Object[] row) {
    rememberKeys(row);
    collected.forEach(parents -> parents.add(row));
  }

  private void rememberKeys(@Nullable Object[] row) {
    seen.forEach(
        (key, known) -> {
          List<Object> values = values(row, key);
          if (values != null) {
            known.add(values);
          }
        });
  }

  /** Returns the values of a key, or null if one is null: such rows are never equal. */
  private static @Nullable List<Object> values(@Nullable Object[] row, TablePlan.Key key) {
    List<Object> values = new ArrayList<>(key.columns().size());
    for (Column column : key.columns()) {
      Object value = row[column.position()];
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  private boolean hasGeneratorInKey() {
    return plan.slots().stream()
        .anyMatch(
            slot ->
                slot.hasGenerator()
                    && plan.comparedKeys().stream()
                        .anyMatch(key -> key.columns().containsAll(slot.columns())));
  }

  private UnsatisfiableConstraintException unsatisfiable(@Nullable RowCheck broken) {
    String table = plan.table().getName();
    String constraint = broken != null ? broken.name() : null;
    List<String> columns =
        broken == null
            ? plan.comparedKeys().stream()
                .flatMap(key -> key.columns().stream())
                .map(Column::name)
                .distinct()
                .toList()
            : broken.columns().stream().map(Column::name).toList();
    if (broken == null && !plan.comparedKeys().isEmpty()) {
      constraint = plan.comparedKeys().get(0).name();
    }
    return new UnsatisfiableConstraintException(
        "No generated row of "
            + table
            + " satisfies "
            + constraint
            + ". Set a generator that returns suitable values for "
            + columns.stream().map(column -> table + "." + column).collect(Collectors.joining(", "))
            + " with column(...).",
        new FailureContext(table, columns, constraint));
  }

  /** Returns the number of rows so far. */
  long generated() {
    return generated;
  }
}
