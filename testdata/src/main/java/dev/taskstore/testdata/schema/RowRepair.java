package dev.taskstore.testdata.schema;

import dev.taskstore.testdata.random.RowRandom;
import dev.taskstore.transfer.rows.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Changes the values of a row until it satisfies the checks of its table: a local search in the
 * manner of WalkSAT (Selman, Kautz and Cohen, 1994). A step changes one column of a broken check to
 * the value that leaves the fewest checks broken, or sometimes to any value. Thread-safe if the
 * plan is not changed.
 */
final class RowRepair {

  private static final int MAXIMUM_STEPS = 200;
  private static final double RANDOM_STEPS = 0.2;
  private static final int DRAWS = 3;

  private final List<RowCheck> checks;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<Column, Slot> changeable = new HashMap<>();

  private record Change(Column column, @Nullable Object value) {}

  RowRepair(TablePlan plan) {
    this.checks = plan.checks().stream().filter(RowCheck::isEvaluatedInJava).toList();
    plan.columns().forEach(column -> positions.put(column.name(), column.position()));
    for (Slot slot : plan.slots()) {
      if (slot.domain() != null && !plan.isFixed(slot.columns().get(0))) {
        changeable.put(slot.columns().get(0), slot);
      }
    }
  }

  /**
   * Repairs a row.
   *
   * @param row the row, whose values are changed
   * @param random the random numbers of the row
   * @return a check that is still broken, or null
   */
  @Nullable RowCheck repair(@Nullable Object[] row, Random random) {
    List<RowCheck> broken = broken(row);
    for (int step = 0; step < MAXIMUM_STEPS && !broken.isEmpty(); step++) {
      List<RowCheck> repairable = broken.stream().filter(this::isRepairable).toList();
      if (repairable.isEmpty()) {
        break;
      }
      RowCheck check = repairable.get(random.nextInt(repairable.size()));
      List<Change> changes = changes(check, row, random);
      apply(
          row,
          random.nextDouble() < RANDOM_STEPS
              ? changes.get(random.nextInt(changes.size()))
              : best(row, changes));
      broken = broken(row);
    }
    // Rules without a name only make rows plausible.
    return broken.stream().filter(check -> check.name() != null).findFirst().orElse(null);
  }

  private boolean isRepairable(RowCheck check) {
    return check.columns().stream().anyMatch(changeable::containsKey);
  }

  private List<RowCheck> broken(@Nullable Object[] row) {
    return checks.stream().filter(check -> !check.accepts(view(row))).toList();
  }

  private Conditions.Row view(@Nullable Object[] row) {
    return column -> {
      Integer position = positions.get(column);
      if (position == null) {
        throw new Conditions.UnsupportedPartException(column);
      }
      return row[position];
    };
  }

  private Change best(@Nullable Object[] row, List<Change> changes) {
    Change best = changes.get(0);
    int fewest = Integer.MAX_VALUE;
    for (Change change : changes) {
      int position = change.column().position();
      Object old = row[position];
      row[position] = change.value();
      int count = broken(row).size();
      row[position] = old;
      if (count < fewest) {
        fewest = count;
        best = change;
      }
    }
    return best;
  }

  private static void apply(@Nullable Object[] row, Change change) {
    row[change.column().position()] = change.value();
  }

  private List<Change> changes(RowCheck check, @Nullable Object[] row, Random random) {
    List<Change> changes = new ArrayList<>();
    for (Column column : check.columns()) {
      Slot slot = changeable.get(column);
      if (slot == null) {
        continue;
      }
      addDraws(slot, column, random, changes);
      List<Object> known = new ArrayList<>(Domains.convert(column, check.literals()));
      for (Column other : check.columns()) {
        Object value = row[other.position()];
        if (!other.equals(column) && other.type() == column.type() && value != null) {
          known.add(value);
        }
      }
      for (Object value : known) {
        changes.add(new Change(column, value));
        addNeighbors(column, value, changes);
      }
    }
    return changes;
  }

  private static void addDraws(Slot slot, Column column, Random random, List<Change> changes) {
    Domain domain = slot.domain();
    if (domain != null && domain.size() > 0) {
      for (int i = 0; i < DRAWS; i++) {
        long number = RowRandom.below(random, domain.plausible());
        changes.add(new Change(column, domain.value(number)));
      }
    }
    if (column.isNullable()) {
      changes.add(new Change(column, null));
    }
  }

  /** The next smaller and greater values, for comparisons that exclude the limit. */
  private static void addNeighbors(Column column, Object value, List<Change> changes) {
    for (int step = -1; step <= 1; step += 2) {
      Object neighbor = neighbor(column, value, step);
      if (neighbor != null) {
        changes.add(new Change(column, neighbor));
      }
    }
  }

  private static @Nullable Object neighbor(Column column, Object value, int step) {
    if (column.type() == ValueType.INSTANT && value instanceof Instant instant) {
      return instant.plus(step * 3_600_000_000L + step, ChronoUnit.MICROS);
    } else if (value instanceof LocalDate date) {
      return date.plusDays(step);
    } else if (value instanceof LocalTime time) {
      LocalTime moved = time.plusMinutes(step);
      return moved.isAfter(time) == step > 0 ? moved : null;
    } else if (value instanceof BigDecimal decimal) {
      return decimal.add(BigDecimal.valueOf(step, decimal.scale()));
    } else if (value instanceof Long number
        && number != Long.MAX_VALUE
        && number != Long.MIN_VALUE) {
      return number + step;
    } else if (value instanceof Integer number
        && number != Integer.MAX_VALUE
        && number != Integer.MIN_VALUE) {
      return number + step;
    } else if (value instanceof Short number
        && number != Short.MAX_VALUE
        && number != Short.MIN_VALUE) {
      return (short) (number + step);
    }
    return null;
  }
}
