package dev.taskstore.db.internal.listener;

import dev.taskstore.db.internal.failure.Failure;
import dev.taskstore.db.internal.failure.FailureTranslator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.tools.jdbc.DefaultPreparedStatement;

/**
 * Fires the events of one statement to listeners, in jOOQ's order. A statement that is bound and
 * executed several times fires the bind events once.
 */
public final class StatementEvents {

  /** A statement whose connection is the one that listeners receive. */
  private static final class ListenerStatement extends DefaultPreparedStatement {
    ListenerStatement(PreparedStatement statement, Connection connection) {
      super(statement, connection);
    }
  }

  private final RepositoryExecuteContext context;
  private final List<ExecuteListener> listeners;
  private final FailureTranslator failures;
  private boolean bound;
  private boolean fetching;
  private boolean failed;
  private boolean ended;

  StatementEvents(
      RepositoryExecuteContext context,
      List<ExecuteListener> listeners,
      FailureTranslator failures) {
    this.context = context;
    this.listeners = listeners;
    this.failures = failures;
  }

  private void fire(BiConsumer<ExecuteListener, ExecuteContext> event) {
    listeners.forEach(listener -> event.accept(listener, context));
  }

  /** The statement starts. Returns its SQL, which a listener may have changed. */
  public String preparing() {
    fire(ExecuteListener::start);
    fire(ExecuteListener::renderStart);
    fire(ExecuteListener::renderEnd);
    fire(ExecuteListener::prepareStart);
    return context.sql();
  }

  /** The statement was prepared. Returns the statement, or the one that a listener set instead. */
  public PreparedStatement prepared(PreparedStatement statement) {
    context.statement(new ListenerStatement(statement, context.connection()));
    fire(ExecuteListener::prepareEnd);
    fire(ExecuteListener::bindStart);
    PreparedStatement used = context.statement();
    return used == null ? statement : used;
  }

  /** The statement is about to be executed. */
  public void executing() {
    if (!bound) {
      bound = true;
      fire(ExecuteListener::bindEnd);
    }
    fire(ExecuteListener::executeStart);
  }

  /** A query was executed, and its rows are about to be read. */
  public void executed(ResultSet result) {
    context.executed();
    context.resultSet(result);
    fire(ExecuteListener::executeEnd);
    fetching = true;
    fire(ExecuteListener::fetchStart);
  }

  /** A statement that changes rows was executed. */
  public void executed(int rows) {
    context.executed();
    context.rows(rows);
    fire(ExecuteListener::executeEnd);
  }

  /** A batch was executed. */
  public void executed(int[] rows) {
    context.executed();
    context.batchRows(rows);
    fire(ExecuteListener::executeEnd);
  }

  /** The statement failed. Returns the exception to throw. */
  public SQLException failed(SQLException exception) {
    if (failed) {
      return exception;
    }
    failed = true;
    Failure failure = Failure.of(exception);
    RuntimeException translated = failures.describe(failure);
    context.sqlException(failure.exception());
    context.exception(translated);
    fire(ExecuteListener::exception);
    RuntimeException replacement = context.exception();
    if (replacement != null && replacement != translated) {
      failure.replacedBy(replacement);
    }
    return failure.asException();
  }

  /** The statement has ended. */
  public void end() {
    if (ended) {
      return;
    }
    ended = true;
    if (fetching && !failed) {
      fire(ExecuteListener::fetchEnd);
    }
    fire(ExecuteListener::end);
  }
}
