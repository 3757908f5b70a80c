package dev.taskstore.db.internal.statement;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Statements that are rendered at their first use, by keys. Thread-safe. */
final class TemplateMap<K> {

  private final Function<K, SqlTemplate> rendering;
  private final ConcurrentMap<K, SqlTemplate> templates = new ConcurrentHashMap<>();

  TemplateMap(Function<K, SqlTemplate> rendering) {
    this.rendering = rendering;
  }

  /** Returns the same statements for the principal of a scope. */
  TemplateMap<K> boundTo(ScopeBinding scope) {
    return new TemplateMap<>(key -> get(key).boundTo(scope));
  }

  SqlTemplate get(K key) {
    SqlTemplate known = templates.get(key);
    return known != null ? known : templates.computeIfAbsent(key, rendering);
  }
}
