package dev.taskstore.db.internal.statement;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sizes of pages that stand in the SQL: the first few that are asked for. A planner that knows
 * how few rows are wanted keeps its plan; one that is given a parameter may plan anew for each
 * page. A number that others choose could make any number of texts. Thread-safe.
 */
public final class PageSizes {

  private static final int MAXIMUM = 16;

  private final Set<Integer> literal = ConcurrentHashMap.newKeySet();

  public PageSizes() {}

  /** Tells whether a size stands in the SQL, now and from now on, and is no parameter. */
  public boolean isLiteral(int size) {
    return literal.contains(size) || (literal.size() < MAXIMUM && add(size));
  }

  private synchronized boolean add(int size) {
    return literal.contains(size) || (literal.size() < MAXIMUM && literal.add(size));
  }
}
