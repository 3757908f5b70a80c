package dev.taskstore.db.internal.rows;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.statement.BoundStatement;
import dev.taskstore.db.internal.statement.RunningStatement;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.transaction.TransactionScope;
import dev.taskstore.db.mapping.RowMapper;
import dev.taskstore.db.mapping.RowReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a stream of rows and, outside a transaction, the reader connection, which reads
 * one snapshot of the database.
 */
final class RowCursor implements AutoCloseable {

  private static final TransactionOptions SNAPSHOT = TransactionOptions.defaults().readOnly();

  private final OpenDatabase database;
  private final SqlTemplate template;
  private final @Nullable TransactionScope scope;
  private final Connection connection;
  private final boolean ownTransaction;
  private @Nullable RunningStatement running;
  private @Nullable ResultSet resultSet;
  private @Nullable RuntimeException failure;
  private int fetchSize;
  private long asked;
  private boolean closed;

  private RowCursor(
      OpenDatabase database,
      SqlTemplate template,
      @Nullable TransactionScope scope,
      Connection connection,
      boolean ownTransaction) {
    this.database = database;
    this.template = template;
    this.scope = scope;
    this.connection = connection;
    this.ownTransaction = ownTransaction;
  }

  /** Opens a cursor, which the caller closes. */
  static RowCursor open(OpenDatabase database, BoundStatement bound, int fetchSize) {
    RowCursor cursor = begin(database, bound.template());
    try {
      cursor.execute(bound, fetchSize);
      return cursor;
    } catch (SQLException e) {
      throw cursor.closeAfter(cursor.failed(e));
    } catch (RuntimeException e) {
      throw cursor.closeAfter(e);
    }
  }

  /** Closes without hiding a failure: a pool may have closed the connection because of it. */
  private RuntimeException closeAfter(RuntimeException thrown) {
    try {
      close();
    } catch (RuntimeException e) {
      if (e != thrown) {
        thrown.addSuppressed(e);
      }
    }
    return thrown;
  }

  private static RowCursor begin(OpenDatabase database, SqlTemplate template) {
    TransactionScope scope = database.transactions().current();
    if (scope != null) {
      scope.ensureMayRun();
      return new RowCursor(database, template, scope, scope.connection(), false);
    }
    try {
      Connection connection = database.reader();
      try {
        boolean own = !database.connections().isJoined(connection);
        if (own) {
          database.dialect().transactions().begin(connection, SNAPSHOT);
        }
        return new RowCursor(database, template, null, connection, own);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw database.failures().translate(e);
    }
  }

  private void execute(BoundStatement bound, int rowsAtATime) throws SQLException {
    fetchSize = rowsAtATime;
    running = template.prepareOnce(connection);
    running.statement().setFetchSize(rowsAtATime);
    resultSet = template.open(running, bound.binder());
    running.count(0);
    running.pause();
  }

  /** Returns whether the cursor is part of a transaction, which releases the connection. */
  boolean isInTransaction() {
    return scope != null;
  }

  /** Returns the next row, or null after the last. */
  <M> @Nullable M next(RowMapper<M> mapper) {
    if (closed || resultSet == null || running == null) {
      throw new IllegalStateException("This stream has been closed.");
    }
    database.connections().ensureOpen();
    template.ensureOpen();
    if (scope != null) {
      scope.ensureMayFetch(database.transactions().current());
    }
    running.resume();
    try {
      nameAgain();
      if (!resultSet.next()) {
        return null;
      }
      running.count(1);
      return mapper.map(new RowReader(resultSet, template.storage()));
    } catch (SQLException e) {
      throw failed(running.failed(e));
    } finally {
      running.pause();
    }
  }

  /**
   * Names the principal again before the driver fetches more rows. The server applies its policies
   * while it fetches, and another scope may have named its principal in the same transaction.
   */
  private void nameAgain() throws SQLException {
    if (scope != null && asked > 0 && asked % fetchSize == 0) {
      template.namePrincipal(connection);
    }
    asked++;
  }

  private RuntimeException failed(SQLException e) {
    RuntimeException thrown = database.failures().translate(e);
    failure = thrown;
    if (scope != null) {
      scope.failed(thrown);
    }
    return thrown;
  }

  boolean isClosed() {
    return closed;
  }

  private void endSnapshot(Connection held) throws SQLException {
    try {
      database.dialect().transactions().rollback(held);
      database.transactions().recover(held, failure);
      database.dialect().transactions().end(held, SNAPSHOT);
    } catch (SQLException e) {
      database.connections().evict(held, true);
      throw e;
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (Connection held = scope == null ? connection : null) {
      if (resultSet != null) {
        resultSet.close();
      }
      if (running != null) {
        running.close();
      }
      if (held != null && ownTransaction) {
        endSnapshot(held);
      }
    } catch (SQLException e) {
      if (!database.connections().isClosed()) {
        throw database.failures().translate(e);
      }
    }
  }
}
