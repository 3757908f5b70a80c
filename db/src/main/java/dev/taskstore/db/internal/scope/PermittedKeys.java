package dev.taskstore.db.internal.scope;

import dev.taskstore.db.internal.statement.KeyPresenceStatements;
import dev.taskstore.db.internal.statement.PaddedPieces;
import dev.taskstore.db.internal.statement.RowPermission;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Table;
import org.jooq.TableField;

/** Finds which rows of a table permit a scope an action. Thread-safe. */
final class PermittedKeys {

  private final OwnedStatements owned;
  private final RowScope scope;
  private final Table<?> table;

  PermittedKeys(OwnedStatements owned, RowScope scope, Table<?> table) {
    this.owned = owned;
    this.scope = scope;
    this.table = table;
  }

  /**
   * Returns those of a set of stored keys whose rows permit an action.
   *
   * @param columns the columns of a unique key
   */
  Set<List<Object>> find(
      Connection connection,
      List<? extends TableField<?, ?>> columns,
      RowPermission permission,
      Collection<? extends List<?>> keys)
      throws SQLException {
    KeyPresenceStatements statements = owned.rows(table, columns, permission);
    Set<List<Object>> found = new HashSet<>();
    for (List<List<?>> piece :
        PaddedPieces.of(new ArrayList<List<?>>(keys), statements.maximumKeys())) {
      SqlTemplate template = statements.find(piece.size(), scope);
      found.addAll(
          template.fetch(
              connection,
              template.storedArguments(piece.stream().flatMap(List::stream).toArray()),
              row -> key(row, columns)));
    }
    return found;
  }

  private static List<Object> key(RowReader row, List<? extends TableField<?, ?>> columns)
      throws SQLException {
    List<Object> key = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Codec<?, Object> codec = Codec.of(columns.get(i).getDataType());
      key.add(Objects.requireNonNull(codec.readStored(row, i + 1), "a key"));
    }
    return key;
  }
}
