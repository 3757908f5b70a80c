package dev.taskstore.testdata.schema;

import java.util.function.LongFunction;

/**
 * The values that a column may have, numbered from 0: different numbers are different values.
 * Immutable and thread-safe.
 *
 * @param size the number of values; 0 or less if no value is allowed
 * @param plausible how many of the first values are used where they need not be distinct
 * @param values returns the value of a number
 */
record Domain(long size, long plausible, LongFunction<Object> values) {

  /** Creates a domain whose values are all plausible. */
  Domain(long size, LongFunction<Object> values) {
    this(size, size, values);
  }

  Object value(long number) {
    return values.apply(number);
  }
}
