package dev.taskstore.db.internal.statement;

import dev.taskstore.db.internal.listener.StatementEvents;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The use of a statement that is kept afterwards, unless it failed. */
final class KeptRunningStatement extends RunningStatement {

  private final ConnectionStatements statements;
  private final String sql;
  private final KeptStatement kept;
  private boolean succeeded;

  KeptRunningStatement(
      ConnectionStatements statements,
      String sql,
      KeptStatement kept,
      PreparedStatement statement,
      TimedStatement timed,
      @Nullable StatementEvents events) {
    super(statement, timed, events);
    this.statements = statements;
    this.sql = sql;
    this.kept = kept;
  }

  /**
   * As a batch of one: there is a driver that leaves a statement at work after {@code
   * executeUpdate} until it is closed, so that whatever is run later is met by a cancellation of
   * the past.
   */
  @Override
  int execute() throws SQLException {
    statement().addBatch();
    return statement().executeBatch()[0];
  }

  @Override
  void succeed() {
    succeeded = true;
  }

  @Override
  void end() throws SQLException {
    if (succeeded) {
      kept.giveBack();
    } else {
      statements.drop(sql, kept);
    }
  }
}
