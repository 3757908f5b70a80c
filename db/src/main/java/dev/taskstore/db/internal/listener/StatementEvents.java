package dev.taskstore.db.internal.listener;

import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.failure.ReplacedFailure;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/**
 * Tells listeners what happens to one statement, in jOOQ's order of events. A statement that is
 * bound and executed several times is bound once for them.
 */
public final class StatementEvents {

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

  private void tell(BiConsumer<ExecuteListener, ExecuteContext> event) {
    listeners.forEach(listener -> event.accept(listener, context));
  }

  /** The statement begins; returns its text, which a listener may have changed. */
  public String preparing() {
    tell(ExecuteListener::start);
    tell(ExecuteListener::renderStart);
    tell(ExecuteListener::renderEnd);
    tell(ExecuteListener::prepareStart);
    return context.sql();
  }

  /** The statement is prepared; returns it, or what a listener has put in its place. */
  public PreparedStatement prepared(PreparedStatement statement) {
    context.statement(statement);
    tell(ExecuteListener::prepareEnd);
    tell(ExecuteListener::bindStart);
    PreparedStatement used = context.statement();
    return used == null ? statement : used;
  }

  /** The statement is about to be executed. */
  public void executing() {
    if (!bound) {
      bound = true;
      tell(ExecuteListener::bindEnd);
    }
    tell(ExecuteListener::executeStart);
  }

  /** A query was executed; its rows are read now. */
  public void executed(ResultSet result) {
    context.executed();
    context.resultSet(result);
    tell(ExecuteListener::executeEnd);
    fetching = true;
    tell(ExecuteListener::fetchStart);
  }

  /** A statement was executed that changes rows. */
  public void executed(int rows) {
    context.executed();
    context.rows(rows);
    tell(ExecuteListener::executeEnd);
  }

  /** A batch was executed. */
  public void executed(int[] rows) {
    context.executed();
    context.batchRows(rows);
    tell(ExecuteListener::executeEnd);
  }

  /** The statement failed; returns what is to be thrown. */
  public SQLException failed(SQLException failure) {
    if (failed) {
      return failure;
    }
    failed = true;
    RuntimeException translated = failures.translate(failure);
    context.sqlException(failure);
    context.exception(translated);
    tell(ExecuteListener::exception);
    RuntimeException wanted = context.exception();
    return wanted == null || wanted == translated ? failure : new ReplacedFailure(failure, wanted);
  }

  /** The statement is over. */
  public void end() {
    if (ended) {
      return;
    }
    ended = true;
    if (fetching && !failed) {
      tell(ExecuteListener::fetchEnd);
    }
    tell(ExecuteListener::end);
  }
}
