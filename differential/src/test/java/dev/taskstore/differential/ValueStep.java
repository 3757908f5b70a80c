package dev.taskstore.differential;

import org.jspecify.annotations.Nullable;

/**
 * A step of a program on a table of values.
 *
 * @param kind what the step does
 * @param subject a value, usually of the key
 * @param other the value of the other column, or null
 */
record ValueStep<T>(Kind kind, T subject, @Nullable T other) {

  /** The calls of a repository. */
  enum Kind {
    INSERT,
    UPDATE,
    DELETE,
    FIND,
    COUNT_BELOW,
    FIND_OTHER,
    PAGES,
    SORTED,
    SUM,
    AVERAGE
  }
}
