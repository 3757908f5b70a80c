package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.statement.RowPermission;
import dev.taskstore.db.internal.statement.WriteRules;
import dev.taskstore.db.mapping.KeyedTableMapping;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds why a write in a scope did not find rows. */
final class KeyRefusals {

  private KeyRefusals() {}

  /**
   * Returns the exception for a write of rows that the scope sees, but may not write; null if there
   * is none of them, or no scope.
   */
  static <K> @Nullable RuntimeException of(
      OpenDatabase database,
      KeyedTableMapping<?, ?, ?, K> mapping,
      @Nullable WriteRules rules,
      RowPermission permission,
      Collection<? extends K> keys) {
    if (rules == null) {
      return null;
    }
    List<? extends List<?>> stored =
        StoredKey.of(mapping, keys).stream().map(StoredKey::values).toList();
    Optional<RuntimeException> refusal =
        database.read(
            connection ->
                Optional.ofNullable(
                    rules.refusal(connection, permission, mapping.keyColumns(), stored)));
    return refusal.orElse(null);
  }
}
