package dev.taskstore.db;

import java.util.Objects;
import org.jooq.Select;

/**
 * A query of any shape with constant SQL and {@link Parameter}s, for lists that are short enough to
 * be read at once.
 *
 * <p>Make it a constant: its SQL is rendered once for each database and kept by the identity of
 * this object. Immutable.
 */
public final class FixedQuery {

  private final Select<?> select;

  private FixedQuery(Select<?> select) {
    this.select = Objects.requireNonNull(select, "select");
  }

  /**
   * Makes a query of a jOOQ select.
   *
   * @param select the select, made with {@link org.jooq.impl.DSL}
   * @return the query
   */
  public static FixedQuery of(Select<?> select) {
    return new FixedQuery(select);
  }

  Select<?> select() {
    return select;
  }
}
