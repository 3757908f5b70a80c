package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.Engine;
import dev.taskstore.db.mapping.KeyedTableMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads single rows of a table by their keys. */
public final class KeyedReads<M, K> {

  private record FindKey(Object mapping) {}

  private final Engine engine;
  private final KeyedTableMapping<M, ?, ?, K> mapping;

  /** Creates the reads of a table. */
  public KeyedReads(Engine engine, KeyedTableMapping<M, ?, ?, K> mapping) {
    this.engine = engine;
    this.mapping = mapping;
  }

  /** Reads the row with a key, or none. */
  public Optional<M> find(K key) {
    return engine.read(connection -> Optional.ofNullable(find(connection, key)));
  }

  /** As {@link #find(Object)}, on a connection. */
  public @Nullable M find(Connection connection, K key) throws SQLException {
    return engine
        .template(
            new FindKey(mapping),
            dsl ->
                dsl.select(mapping.columns())
                    .from(mapping.table())
                    .where(mapping.keyColumns().stream().map(RowWrites::equalToParameter).toList()))
        .fetchOne(connection, row -> mapping.writeKey(key, row), mapping::read);
  }
}
