package dev.taskstore.db;

import java.util.Objects;
import org.jooq.Select;

/**
 * A query of any shape with constant SQL and {@link Parameter}s, for results that are small enough
 * to be read into memory at once.
 *
 * <p>Declare each query as a constant: its SQL is rendered once for each database and cached by the
 * identity of this object. Immutable.
 */
public final class FixedQuery {

  private final Select<?> select;

  private FixedQuery(Select<?> select) {
    this.select = Objects.requireNonNull(select, "select");
  }

  /**
   * Creates a query from a jOOQ select.
   *
   * @param select the select, created with {@link org.jooq.impl.DSL}
   * @return the query
   */
  public static FixedQuery of(Select<?> select) {
    return new FixedQuery(select);
  }

  Select<?> select() {
    return select;
  }
}
