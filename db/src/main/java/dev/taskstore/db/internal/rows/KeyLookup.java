package dev.taskstore.db.internal.rows;

import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.statement.KeyedStatements;
import dev.taskstore.db.mapping.KeyedTableMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads single rows of a table by primary key. */
public final class KeyLookup<M, K> {

  private final OpenDatabase database;
  private final KeyedTableMapping<M, ?, ?, K> mapping;
  private final KeyedStatements statements;

  /** Creates the look-ups of a table. */
  public KeyLookup(
      OpenDatabase database, KeyedTableMapping<M, ?, ?, K> mapping, KeyedStatements statements) {
    this.database = database;
    this.mapping = mapping;
    this.statements = statements;
  }

  /** Returns the row with a key, or empty if it does not exist. */
  public Optional<M> find(K key) {
    return database.read(connection -> Optional.ofNullable(find(connection, key)));
  }

  /** Returns the row like {@link #find(Object)}, on a connection. */
  public @Nullable M find(Connection connection, K key) throws SQLException {
    return statements.find().fetchOne(connection, row -> mapping.writeKey(key, row), mapping::read);
  }

  /** Returns the exception for a write with a key and version that changed no row. */
  RuntimeException staleOrMissing(K key) {
    if (find(key).isEmpty()) {
      return missing();
    }
    String table = mapping.table().getName();
    return new StaleEntityException(
        "The row of "
            + table
            + " was changed by another transaction since it was read. Read it again and repeat the"
            + " change.",
        FailureContext.of(table),
        null);
  }

  /** Returns the exception for a call that requires a row which does not exist. */
  public EntityNotFoundException missing() {
    String table = mapping.table().getName();
    return new EntityNotFoundException(
        "No row of " + table + " has this key.", FailureContext.of(table));
  }
}
