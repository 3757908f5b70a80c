package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.CreateIndex;
import java.util.List;
import java.util.Optional;

/**
 * A primary key, a unique constraint or an index of a table.
 *
 * @param addedBy the changeset that made it
 * @param kind what it is
 * @param name its name; of an unnamed one, what it is and its columns
 * @param keys its columns and expressions
 * @param method how PostgreSQL stores it, where that is said
 * @param predicate the condition of a partial index
 */
record KeyState(
    ChangeSetView addedBy,
    Kind kind,
    String name,
    List<CreateIndex.Key> keys,
    Optional<String> method,
    Optional<String> predicate) {

  /** What a key is. */
  enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    INDEX
  }

  List<String> columns() {
    return keys.stream().flatMap(key -> key.column().stream()).toList();
  }
}
