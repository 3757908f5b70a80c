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

  SqlTemplate get(K key) {
    SqlTemplate known = templates.get(key);
    return known != null ? known : templates.computeIfAbsent(key, rendering);
  }
}
