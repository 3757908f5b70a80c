package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.Engine;
import dev.taskstore.db.internal.statement.KeyedStatements;
import dev.taskstore.db.mapping.KeyedTableMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads single rows of a table by their keys. */
public final class KeyedReads<M, K> {

  private final Engine engine;
  private final KeyedTableMapping<M, ?, ?, K> mapping;
  private final KeyedStatements statements;

  /** Creates the reads of a table. */
  public KeyedReads(
      Engine engine, KeyedTableMapping<M, ?, ?, K> mapping, KeyedStatements statements) {
    this.engine = engine;
    this.mapping = mapping;
    this.statements = statements;
  }

  /** Reads the row with a key, or none. */
  public Optional<M> find(K key) {
    return engine.read(connection -> Optional.ofNullable(find(connection, key)));
  }

  /** As {@link #find(Object)}, on a connection. */
  public @Nullable M find(Connection connection, K key) throws SQLException {
    return statements.find().fetchOne(connection, row -> mapping.writeKey(key, row), mapping::read);
  }
}
