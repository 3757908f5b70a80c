package dev.taskstore.db.internal.jooq;

import dev.taskstore.db.internal.observation.Observation;
import dev.taskstore.db.internal.observation.Observations;
import java.sql.Connection;
import java.util.Objects;
import org.jooq.Delete;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
import org.jooq.Insert;
import org.jooq.Merge;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.Update;
import org.jspecify.annotations.Nullable;

/**
 * Reports a statement of plain jOOQ to observers. The last of all listeners, so that it receives
 * the exception that the caller receives.
 */
final class JooqStatementObserver implements ExecuteListener {

  private static final long serialVersionUID = 1L;

  private final transient Observations observations;
  private transient @Nullable Observation observation;

  JooqStatementObserver(Observations observations) {
    this.observations = observations;
  }

  /** The search for a violated constraint runs on a connection of another provider. */
  @Override
  public void prepareStart(ExecuteContext context) {
    Connection connection = context.connection();
    if (observation != null || connection == null || JooqConnections.guardOf(connection) == null) {
      return;
    }
    boolean isBatch = context.type() == ExecuteType.BATCH;
    String sql = Objects.requireNonNullElse(context.sql(), "");
    if (sql.isEmpty() && context.batchSQL().length > 0) {
      sql = context.batchSQL()[0];
    }
    boolean isPlain =
        isBatch
            ? !isStructured(context.batchQueries())
            : context.query() == null || !isStructured(context.query());
    observation = isPlain ? observations.plainStatement(sql) : observations.statement(sql, isBatch);
  }

  private static boolean isStructured(Query... queries) {
    for (Query query : queries) {
      if (!(query instanceof Select
          || query instanceof Insert
          || query instanceof Update
          || query instanceof Delete
          || query instanceof Merge)) {
        return false;
      }
    }
    return queries.length > 0;
  }

  @Override
  public void executeEnd(ExecuteContext context) {
    if (observation == null) {
      return;
    }
    if (context.type() == ExecuteType.BATCH) {
      observation.executed(context.batchRows());
    } else if (context.resultSet() != null) {
      observation.count(0);
    } else if (context.rows() >= 0) {
      observation.count(context.rows());
    }
  }

  @Override
  public void recordEnd(ExecuteContext context) {
    if (observation != null) {
      observation.count(1);
    }
  }

  @Override
  public void exception(ExecuteContext context) {
    RuntimeException exception = context.exception();
    if (observation != null && exception != null) {
      observation.failed(exception);
    }
  }

  @Override
  public void end(ExecuteContext context) {
    if (observation != null) {
      observation.succeeded();
    }
  }
}
