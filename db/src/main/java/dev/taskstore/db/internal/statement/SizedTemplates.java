package dev.taskstore.db.internal.statement;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Statements for lists of values, one for each power of two, rendered at their first use.
 * Thread-safe.
 */
final class SizedTemplates {

  private final IntFunction<SqlTemplate> rendering;
  private final AtomicReferenceArray<@Nullable SqlTemplate> templates =
      new AtomicReferenceArray<>(Integer.SIZE);

  SizedTemplates(IntFunction<SqlTemplate> rendering) {
    this.rendering = rendering;
  }

  /** Returns the same statements for the principal of a scope. */
  SizedTemplates boundTo(ScopeBinding scope) {
    return new SizedTemplates(size -> get(size).boundTo(scope));
  }

  /** Returns the statement for a list with the given number of values, a power of two. */
  SqlTemplate get(int size) {
    int index = Integer.numberOfTrailingZeros(size);
    SqlTemplate known = templates.get(index);
    if (known == null) {
      known = rendering.apply(size);
      templates.set(index, known);
    }
    return known;
  }
}
