package dev.taskstore.db.internal.statement;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sizes of pages that are literals in the SQL: the first few sizes in use. With a literal
 * limit, a planner reuses its plan; with a parameter, it may plan each page again. The number of
 * sizes is limited, because applications may accept any size from their users. Thread-safe.
 */
public final class PageSizes {

  private static final int MAXIMUM = 16;

  private final Set<Integer> literal = ConcurrentHashMap.newKeySet();

  public PageSizes() {}

  /** Returns whether a size is a literal in the SQL instead of a parameter. */
  public boolean isLiteral(int size) {
    return literal.contains(size) || (literal.size() < MAXIMUM && add(size));
  }

  private synchronized boolean add(int size) {
    return literal.contains(size) || (literal.size() < MAXIMUM && literal.add(size));
  }
}
