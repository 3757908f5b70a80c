package dev.taskstore.testdata.schema;

import dev.taskstore.testdata.random.Permutation;
import dev.taskstore.testdata.random.RowRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Named;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table receive their values: which columns belong together, which values are
 * distinct by construction, and which keys are compared with all earlier rows. Not thread-safe.
 */
final class TablePlan {

  /** A unique key. */
  record Key(String name, List<Column> columns) {}

  /** Rows that are generated beyond the wanted ones, because checks refuse some. */
  private static final long CANDIDATES_PER_ROW = 4;

  private static final long EXTRA_CANDIDATES = 1_000;
  private static final long MAXIMUM_COMBINATIONS = 1L << 32;

  private final Table<?> table;
  private final List<Column> columns;
  private final CheckReader checks;
  private final List<Slot> slots = new ArrayList<>();
  private final List<Reference> dependent = new ArrayList<>();
  private final List<Reference> self = new ArrayList<>();
  private final List<Key> keys;
  private final List<Key> comparedKeys = new ArrayList<>();
  private final Set<Column> fixed = new HashSet<>();
  private List<Slot> combination = List.of();
  private long combinations;
  private @Nullable Permutation combinationOrder;

  TablePlan(
      Table<?> table,
      List<Column> columns,
      CheckReader checks,
      List<Reference> references,
      Map<Column, Function<? super Random, ?>> generators,
      Domains domains,
      long seed,
      long rows) {
    this.table = table;
    this.columns = columns;
    this.checks = checks;
    this.keys = keys(table, columns);
    long required = Math.min(rows, MAXIMUM_COMBINATIONS) * CANDIDATES_PER_ROW + EXTRA_CANDIDATES;
    addReferences(references);
    addColumns(generators, domains, required);
    keys.forEach(key -> fixed.addAll(key.columns()));
    makeDistinct(Math.min(required, MAXIMUM_COMBINATIONS), seed);
  }

  /** Returns the unique keys and unique indexes, those of few columns first. */
  static List<Key> keys(Table<?> table, List<Column> columns) {
    List<Key> keys = new ArrayList<>();
    for (UniqueKey<?> key : table.getKeys()) {
      List<String> names = key.getFields().stream().map(Named::getName).toList();
      keys.add(new Key(key.getName(), named(columns, names)));
    }
    for (var index : table.getIndexes()) {
      if (index.getUnique()) {
        List<String> names = index.getFields().stream().map(SortField::getName).toList();
        keys.add(new Key(index.getName(), named(columns, names)));
      }
    }
    keys.sort(Comparator.comparingInt((Key key) -> key.columns().size()).thenComparing(Key::name));
    return keys;
  }

  static List<Column> named(List<Column> columns, List<String> names) {
    return names.stream()
        .map(
            name ->
                columns.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No column " + name)))
        .toList();
  }

  /** The largest foreign keys come first: smaller ones on the same columns follow from them. */
  private void addReferences(List<Reference> references) {
    Set<Column> placed = new HashSet<>();
    List<Reference> sorted =
        references.stream()
            .sorted(
                Comparator.comparingInt((Reference reference) -> -reference.columns().size())
                    .thenComparing(Reference::name))
            .toList();
    for (Reference reference : sorted) {
      if (reference.columns().stream().noneMatch(placed::contains)) {
        slots.add(Slot.of(reference, reference.isNullable() && !isInPrimaryKey(reference)));
        if (reference.isSelf()) {
          self.add(reference);
        }
      } else {
        dependent.add(reference);
      }
      placed.addAll(reference.columns());
      fixed.addAll(reference.columns());
    }
  }

  private boolean isInPrimaryKey(Reference reference) {
    UniqueKey<?> key = table.getPrimaryKey();
    return key != null
        && key.getFields().stream()
            .anyMatch(
                field ->
                    reference.columns().stream()
                        .anyMatch(column -> column.name().equals(field.getName())));
  }

  private void addColumns(
      Map<Column, Function<? super Random, ?>> generators, Domains domains, long required) {
    for (Column column : columns) {
      Function<? super Random, ?> generator = generators.get(column);
      if (generator != null) {
        slots.removeIf(slot -> slot.columns().equals(List.of(column)));
        slots.add(Slot.of(column, generator));
        fixed.add(column);
      } else if (slots.stream().noneMatch(slot -> slot.columns().contains(column))
          && dependent.stream().noneMatch(reference -> reference.columns().contains(column))) {
        boolean isKey = keys.stream().anyMatch(key -> key.columns().contains(column));
        Domain domain =
            domains.of(
                table.getName(), column, checks.restriction(column), isKey ? required : 1_000);
        slots.add(Slot.of(column, domain, column.isNullable()));
      }
    }
  }

  private void makeDistinct(long required, long seed) {
    for (Key key : keys) {
      List<Slot> involved =
          slots.stream()
              .filter(slot -> slot.columns().stream().anyMatch(key.columns()::contains))
              .toList();
      boolean isWhole =
          involved.stream().allMatch(slot -> key.columns().containsAll(slot.columns()))
              && involved.stream().mapToInt(slot -> slot.columns().size()).sum()
                  == key.columns().size();
      if (involved.stream()
          .anyMatch(slot -> slot.isDistinct() && key.columns().containsAll(slot.columns()))) {
        continue;
      }
      long hash = RowRandom.hash(seed, table.getName() + "." + key.name(), 0);
      if (isWhole && involved.size() == 1 && involved.get(0).isCountable()) {
        involved.get(0).makeDistinct(required, hash);
      } else if (isWhole && combination.isEmpty() && isCombinable(involved)) {
        combine(involved, hash);
      } else {
        comparedKeys.add(key);
      }
    }
  }

  private static boolean isCombinable(List<Slot> involved) {
    double product = 1;
    for (Slot slot : involved) {
      if (!slot.isCountable() || slot.isNullable() || slot.isDistinct()) {
        return false;
      }
      product *= slot.size();
    }
    return product <= MAXIMUM_COMBINATIONS;
  }

  private void combine(List<Slot> involved, long hash) {
    combination = involved;
    combinations = 1;
    for (Slot slot : involved) {
      combinations *= slot.size();
    }
    combinationOrder = new Permutation(Math.max(1, combinations), hash);
  }

  Table<?> table() {
    return table;
  }

  List<Column> columns() {
    return columns;
  }

  /** Returns all unique keys. */
  List<Key> keys() {
    return keys;
  }

  List<RowCheck> checks() {
    return checks.checks();
  }

  List<Slot> slots() {
    return slots;
  }

  /** Returns the foreign keys some or all of whose columns another foreign key sets. */
  List<Reference> dependent() {
    return dependent;
  }

  /** Returns the foreign keys that reference the table itself. */
  List<Reference> self() {
    return self;
  }

  /** Returns the unique keys whose values must be compared with those of earlier rows. */
  List<Key> comparedKeys() {
    return comparedKeys;
  }

  /** Returns whether a column must keep its value: it belongs to a key or has a generator. */
  boolean isFixed(Column column) {
    return fixed.contains(column);
  }

  /** Returns the slots with a value of the table of all combinations. */
  Set<Slot> combination() {
    return new LinkedHashSet<>(combination);
  }

  /** Writes the slots that are combined; returns false when all combinations are used. */
  boolean writeCombination(@Nullable Object[] row, long candidate) {
    if (combinationOrder == null) {
      return true;
    }
    if (candidate >= combinations) {
      return false;
    }
    long number = combinationOrder.at(candidate);
    for (Slot slot : combination) {
      slot.writeNumber(row, number % slot.size());
      number /= slot.size();
    }
    return true;
  }
}
