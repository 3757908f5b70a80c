package dev.taskstore.testdata.schema;

import dev.taskstore.testdata.random.Permutation;
import dev.taskstore.testdata.random.RowRandom;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Columns that receive their values together: the columns of a foreign key, or a single column. Not
 * thread-safe.
 */
final class Slot {

  private static final double NULLS = 0.2;

  private final List<Column> columns;
  private final @Nullable Domain domain;
  private final @Nullable Reference reference;
  private final @Nullable Function<? super Random, ?> generator;
  private final boolean isNullable;
  private @Nullable Permutation distinct;
  private long distinctSize;
  private long stride = 1;

  private Slot(
      List<Column> columns,
      @Nullable Domain domain,
      @Nullable Reference reference,
      @Nullable Function<? super Random, ?> generator,
      boolean isNullable) {
    this.columns = columns;
    this.domain = domain;
    this.reference = reference;
    this.generator = generator;
    this.isNullable = isNullable;
  }

  static Slot of(Column column, Domain domain, boolean isNullable) {
    return new Slot(List.of(column), domain, null, null, isNullable);
  }

  static Slot of(Column column, Function<? super Random, ?> generator) {
    return new Slot(List.of(column), null, null, generator, column.isNullable());
  }

  static Slot of(Reference reference, boolean isNullable) {
    return new Slot(reference.columns(), null, reference, null, isNullable);
  }

  List<Column> columns() {
    return columns;
  }

  @Nullable Domain domain() {
    return domain;
  }

  boolean isNullable() {
    return isNullable;
  }

  boolean hasGenerator() {
    return generator != null;
  }

  /** Returns whether the number of values is known before the first row. */
  boolean isCountable() {
    return domain != null || (reference != null && !reference.isSelf() && !reference.isDeferred());
  }

  /** Returns how many different values there are. */
  long size() {
    if (domain != null) {
      return Math.max(0, domain.size());
    }
    return reference != null ? reference.parents().size() : Long.MAX_VALUE;
  }

  /** Gives every row a different value of this slot, as long as there are values. */
  void makeDistinct(long required, long hash) {
    long plausible = domain != null ? Math.max(0, domain.plausible()) : size();
    distinctSize = Math.min(size(), Math.max(Math.min(plausible, required), required));
    stride = plausible > distinctSize && distinctSize > 0 ? plausible / distinctSize : 1;
    boolean isSequence = domain != null && columns.get(0).isIdentity();
    distinct = new Permutation(Math.max(1, distinctSize), isSequence ? 0 : hash);
    if (isSequence) {
      stride = 1;
    }
  }

  boolean isDistinct() {
    return distinct != null;
  }

  /** Returns how many rows can have different values. */
  long distinctSize() {
    return distinctSize;
  }

  /**
   * Writes the values of a row.
   *
   * @param row receives the values
   * @param candidate the number of the row
   * @param random the random numbers of the row
   * @return false if there is no value
   */
  boolean write(@Nullable Object[] row, long candidate, Random random) {
    boolean drawsNull = isNullable && random.nextDouble() < NULLS;
    if (distinct == null) {
      return drawsNull ? writeNull(row) : writeRandom(row, random);
    }
    if (drawsNull || (candidate >= distinctSize && isNullable)) {
      return writeNull(row);
    }
    if (candidate >= distinctSize) {
      return false;
    }
    boolean isSequence = columns.get(0).isIdentity() && domain != null;
    return writeNumber(row, isSequence ? candidate : distinct.at(candidate) * stride);
  }

  /** Writes the value of a number. */
  boolean writeNumber(@Nullable Object[] row, long number) {
    if (domain != null) {
      row[columns.get(0).position()] = domain.value(number);
    } else if (reference != null) {
      writeKey(row, reference.parents().get(number));
    }
    return true;
  }

  private boolean writeRandom(@Nullable Object[] row, Random random) {
    if (generator != null) {
      row[columns.get(0).position()] = columns.get(0).stored(generator.apply(random));
      return true;
    }
    if (domain != null) {
      return domain.size() > 0
          ? writeNumber(row, RowRandom.below(random, domain.plausible()))
          : isNullable && writeNull(row);
    }
    return reference != null && writeReference(row, reference, random);
  }

  private boolean writeReference(@Nullable Object[] row, Reference target, Random random) {
    int parents = target.isDeferred() ? 0 : target.parents().size();
    if (parents > 0) {
      return writeNumber(row, RowRandom.skewed(random, parents));
    }
    // A row that must reference its own table references itself; its key is copied afterwards.
    return target.isNullable() ? writeNull(row) : target.isSelf();
  }

  private void writeKey(@Nullable Object[] row, Object[] key) {
    for (int i = 0; i < key.length; i++) {
      row[columns.get(i).position()] = key[i];
    }
  }

  /** Sets the columns to null that allow it; the others keep a value of a parent. */
  private boolean writeNull(@Nullable Object[] row) {
    if (reference != null && reference.parents().size() > 0) {
      writeKey(row, reference.parents().get(0));
    }
    boolean isWritten = true;
    for (Column column : columns) {
      if (column.isNullable()) {
        row[column.position()] = null;
      } else {
        isWritten &= row[column.position()] != null;
      }
    }
    return isWritten;
  }
}
