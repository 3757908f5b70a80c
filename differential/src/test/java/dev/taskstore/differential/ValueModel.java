package dev.taskstore.differential;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A table of values in memory, which knows nothing of the library. */
final class ValueModel<T> implements ValueTarget<T> {

  private final String table;
  private final Comparator<T> order;
  private final UnaryOperator<T> stored;
  private final boolean isSummable;
  private final TreeMap<T, @Nullable T> rows;

  /** Creates an empty table of values that have no sum. */
  ValueModel(String table, Comparator<T> order, UnaryOperator<T> stored) {
    this(table, order, stored, false);
  }

  /**
   * Creates an empty table.
   *
   * @param order the order of stored values
   * @param stored the stored value of a value
   * @param isSummable whether the values are integers or decimals
   */
  ValueModel(String table, Comparator<T> order, UnaryOperator<T> stored, boolean isSummable) {
    this.table = table;
    this.isSummable = isSummable;
    this.order = order;
    this.stored = stored;
    this.rows = new TreeMap<>(order);
  }

  @Override
  public void clear() {
    rows.clear();
  }

  @Override
  public String run(ValueStep<T> step) {
    T subject = stored.apply(step.subject());
    T other = step.other() == null ? null : stored.apply(step.other());
    return switch (step.kind()) {
      case INSERT -> insert(subject, other);
      case UPDATE -> update(subject, other);
      case DELETE -> {
        boolean existed = rows.containsKey(subject);
        rows.remove(subject);
        yield String.valueOf(existed);
      }
      case FIND -> rows.containsKey(subject) ? row(subject) : "none";
      case COUNT_BELOW -> String.valueOf(rows.headMap(subject, false).size());
      case FIND_OTHER -> list(keysWith(subject));
      case PAGES -> list(new ArrayList<>(rows.keySet()));
      case SORTED -> sorted();
      case SUM -> sum(subject, (sum, count) -> sum);
      case AVERAGE -> sum(subject, (sum, count) -> sum.divide(count, 3, RoundingMode.HALF_UP));
    };
  }

  private String insert(T subject, @Nullable T other) {
    if (rows.containsKey(subject)) {
      return "UniqueViolationException pk_" + table;
    }
    if (other != null && !keysWith(other).isEmpty()) {
      return duplicateOther();
    }
    rows.put(subject, other);
    return row(subject);
  }

  private String update(T subject, @Nullable T other) {
    if (!rows.containsKey(subject)) {
      return "EntityNotFoundException null";
    }
    if (other != null
        && keysWith(other).stream().anyMatch(key -> order.compare(key, subject) != 0)) {
      return duplicateOther();
    }
    rows.put(subject, other);
    return row(subject);
  }

  private String duplicateOther() {
    return "UniqueViolationException uq_" + table + "_other";
  }

  private List<T> keysWith(T other) {
    List<T> keys = new ArrayList<>();
    rows.forEach(
        (key, value) -> {
          if (value != null && order.compare(value, other) == 0) {
            keys.add(key);
          }
        });
    return keys;
  }

  /** Adds the values of the rows from a key on; only integers and decimals have a sum. */
  private String sum(T from, BinaryOperator<BigDecimal> result) {
    if (!isSummable) {
      return "InvalidArgumentException";
    }
    List<BigDecimal> numbers = new ArrayList<>();
    for (T value : rows.tailMap(from, true).values()) {
      if (value != null) {
        numbers.add(new BigDecimal(value.toString()));
      }
    }
    return String.valueOf(
        numbers.stream()
            .reduce(BigDecimal::add)
            .map(sum -> result.apply(sum, BigDecimal.valueOf(numbers.size()))));
  }

  private String sorted() {
    List<T> keys = new ArrayList<>();
    for (Map.Entry<T, @Nullable T> row : rows.entrySet()) {
      if (row.getValue() != null) {
        keys.add(row.getKey());
      }
    }
    keys.sort(Collections.reverseOrder(Comparator.comparing(this::other, order)));
    return list(keys);
  }

  private T other(T key) {
    return Objects.requireNonNull(rows.get(key));
  }

  private String list(List<T> keys) {
    return keys.stream().map(this::row).toList().toString();
  }

  private String row(T subject) {
    return subject + "=" + rows.get(subject);
  }
}
