package dev.taskstore.db.internal.jooq;

import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.statement.SqlText;
import dev.taskstore.db.internal.statement.StatementRunner;
import dev.taskstore.db.internal.statement.TimedStatement;
import dev.taskstore.db.internal.transaction.ConnectionSource;
import dev.taskstore.db.internal.transaction.TransactionManager;
import dev.taskstore.db.internal.transaction.TransactionScope;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a statement of plain jOOQ: selects its connection, applies the query timeout, checks
 * its transaction before each row, translates a failure and makes its transaction rollback-only.
 */
final class JooqStatementListener implements ExecuteListener {

  private static final long serialVersionUID = 1L;

  private final transient ConnectionSource connections;
  private final transient TransactionManager transactions;
  private final transient FailureTranslator failures;
  private final transient StatementRunner statements;
  private transient @Nullable TimedStatement timed;
  private transient @Nullable TransactionScope scope;

  JooqStatementListener(
      ConnectionSource connections,
      TransactionManager transactions,
      FailureTranslator failures,
      StatementRunner statements) {
    this.connections = connections;
    this.transactions = transactions;
    this.failures = failures;
    this.statements = statements;
  }

  @Override
  public void start(ExecuteContext context) {
    JooqConnections.useForStatement(context);
    scope = transactions.current();
    if (scope == null) {
      connections.ensureMayRunInManaged(context.type() != ExecuteType.READ);
    }
  }

  @Override
  public void renderEnd(ExecuteContext context) {
    for (String sql : context.batchSQL()) {
      SqlText.validate(sql);
    }
  }

  @Override
  public void executeStart(ExecuteContext context) {
    PreparedStatement statement = context.statement();
    if (statement != null) {
      stop();
      timed = statements.watch(statement);
    }
  }

  /** The time until the caller reads the rows does not count. */
  @Override
  public void executeEnd(ExecuteContext context) {
    if (timed != null) {
      timed.pause();
    }
    ResultSet rows = context.resultSet();
    if (rows != null) {
      context.resultSet(new CheckedResultSet(rows, this::ensureMayFetch));
    }
  }

  /** The rows of a cursor may be fetched after other statements, or after the transaction. */
  private void ensureMayFetch() {
    connections.ensureOpen();
    if (scope != null) {
      scope.ensureMayFetch(transactions.current());
    }
  }

  @Override
  public void resultStart(ExecuteContext context) {
    if (timed != null) {
      timed.resume();
    }
  }

  @Override
  public void resultEnd(ExecuteContext context) {
    if (timed != null) {
      timed.pause();
    }
  }

  @Override
  public void end(ExecuteContext context) {
    stop();
  }

  private void stop() {
    if (timed != null) {
      timed.close();
      timed = null;
    }
  }

  @Override
  public void exception(ExecuteContext context) {
    stop();
    SQLException exception = context.sqlException();
    if (exception == null) {
      return;
    }
    RuntimeException failure = failures.translate(exception);
    TransactionScope current = transactions.current();
    if (current != null) {
      current.failed(failure);
      context.exception(failure);
      return;
    }
    connections.refused(failure);
    if (mayCommitByItself(context)) {
      failure = FailureTranslator.whileCommitting(failure);
    } else {
      connections.failed();
    }
    context.exception(failure);
  }

  /** A plain SQL query may write, even if it returns rows. */
  private boolean mayCommitByItself(ExecuteContext context) {
    return !transactions.joinsApplicationTransactions() && !(context.query() instanceof Select);
  }
}
