package dev.taskstore.db.internal.statement;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A statement that is rendered at its first use. Thread-safe. */
final class LazyTemplate {

  private final Supplier<SqlTemplate> rendering;
  private volatile @Nullable SqlTemplate template;

  LazyTemplate(Supplier<SqlTemplate> rendering) {
    this.rendering = rendering;
  }

  /** Returns the same statement for the principal of a scope. */
  LazyTemplate boundTo(ScopeBinding scope) {
    return new LazyTemplate(() -> get().boundTo(scope));
  }

  SqlTemplate get() {
    SqlTemplate known = template;
    return known != null ? known : render();
  }

  private synchronized SqlTemplate render() {
    SqlTemplate known = template;
    if (known == null) {
      known = rendering.get();
      template = known;
    }
    return known;
  }
}
