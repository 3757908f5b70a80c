package dev.taskstore.internal;

import dev.taskstore.db.RowMapper;
import dev.taskstore.db.RowReader;
import dev.taskstore.db.TransactionOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are fetched as they are asked for. Outside of a transaction a stream holds a reader,
 * and sees one state of the database, until it is closed.
 */
public final class RowStream<M> extends Spliterators.AbstractSpliterator<M>
    implements AutoCloseable {

  private static final TransactionOptions SNAPSHOT = TransactionOptions.defaults().readOnly();

  private final Engine engine;
  private final SqlTemplate template;
  private final RowMapper<M> mapper;
  private final @Nullable TransactionScope scope;
  private final Connection connection;
  private final boolean ownTransaction;
  private @Nullable PreparedStatement statement;
  private @Nullable ResultSet resultSet;
  private boolean closed;

  private RowStream(
      Engine engine,
      SqlTemplate template,
      RowMapper<M> mapper,
      @Nullable TransactionScope scope,
      Connection connection,
      boolean ownTransaction) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.engine = engine;
    this.template = template;
    this.mapper = mapper;
    this.scope = scope;
    this.connection = connection;
    this.ownTransaction = ownTransaction;
  }

  /** Opens a stream; closing it gives back what it holds. */
  public static <M> Stream<M> open(
      Engine engine, BoundStatement bound, int fetchSize, RowMapper<M> mapper) {
    RowStream<M> rows = begin(engine, bound.template(), mapper);
    try {
      rows.execute(bound, fetchSize);
    } catch (SQLException e) {
      RuntimeException failure = rows.failed(e);
      rows.close();
      throw failure;
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
    return StreamSupport.stream(rows, false).onClose(rows::close);
  }

  private static <M> RowStream<M> begin(Engine engine, SqlTemplate template, RowMapper<M> mapper) {
    TransactionScope scope = engine.transactions().current();
    if (scope != null) {
      scope.ensureMayRun();
      return new RowStream<>(engine, template, mapper, scope, scope.connection(), false);
    }
    try {
      Connection connection = engine.connections().reader();
      try {
        boolean own = !engine.connections().isJoined(connection);
        if (own) {
          engine.dialect().transactions().begin(connection, SNAPSHOT);
        }
        return new RowStream<>(engine, template, mapper, null, connection, own);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw engine.failures().translate(e);
    }
  }

  private void execute(BoundStatement bound, int fetchSize) throws SQLException {
    statement = template.prepare(connection);
    statement.setFetchSize(fetchSize);
    resultSet = template.open(statement, bound.binder());
  }

  @Override
  public boolean tryAdvance(Consumer<? super M> action) {
    if (closed || resultSet == null) {
      throw new IllegalStateException("This stream has been closed.");
    }
    if (scope != null) {
      scope.ensureUsable();
    }
    M entity;
    try {
      if (!resultSet.next()) {
        return false;
      }
      entity = mapper.map(new RowReader(resultSet, template.storage()));
    } catch (SQLException e) {
      throw failed(e);
    }
    action.accept(entity);
    return true;
  }

  private RuntimeException failed(SQLException e) {
    if (scope != null) {
      scope.setRollbackOnly();
    }
    return engine.failures().translate(e);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (resultSet != null) {
        resultSet.close();
      }
      if (statement != null) {
        statement.close();
      }
      if (scope == null) {
        giveBack();
      }
    } catch (SQLException e) {
      throw engine.failures().translate(e);
    }
  }

  private void giveBack() throws SQLException {
    try (Connection held = connection) {
      if (ownTransaction) {
        engine.dialect().transactions().rollback(held);
        engine.dialect().transactions().end(held, SNAPSHOT);
      }
    }
  }
}
