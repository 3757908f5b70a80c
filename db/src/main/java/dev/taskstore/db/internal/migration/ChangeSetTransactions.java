package dev.taskstore.db.internal.migration;

import java.sql.Connection;
import java.sql.SQLException;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.UnexpectedLiquibaseException;

/**
 * Commits a changeset together with its history row, and a rollback together with the removal of
 * that row. Liquibase commits twice; if a process died between the two commits, the next one would
 * run the changeset again.
 *
 * <p>Each statement of a changeset that does not run in a transaction commits by itself. The
 * changeset has no history row while it runs or is rolled back, so that it runs again if it is
 * interrupted.
 */
final class ChangeSetTransactions extends AbstractChangeExecListener {

  /** A connection whose commits can be suppressed. */
  private static final class KeepingConnection extends JdbcConnection {

    private boolean keepsBack;

    private KeepingConnection(Connection connection) {
      super(connection);
    }

    @Override
    public void commit() throws DatabaseException {
      if (!keepsBack) {
        super.commit();
      }
    }
  }

  private final HiddenRowsCheck hiddenRows;
  private final ChangeExecListener next;

  /**
   * Creates a listener for databases with a connection from {@link #connection}.
   *
   * @param hiddenRows the check before each changeset: an earlier one may have changed policies
   * @param next the listener that receives every event after this one
   */
  ChangeSetTransactions(HiddenRowsCheck hiddenRows, ChangeExecListener next) {
    this.hiddenRows = hiddenRows;
    this.next = next;
  }

  /** Wraps a connection for Liquibase. */
  static JdbcConnection connection(Connection connection) {
    return new KeepingConnection(connection);
  }

  private static void keepBack(Database database, boolean keepsBack) {
    if (database.getConnection() instanceof KeepingConnection connection) {
      connection.keepsBack = keepsBack;
    }
  }

  private void requireAllRows(Database database) {
    try {
      hiddenRows.check(AppliedChangeSets.connection(database));
    } catch (SQLException e) {
      throw new UnexpectedLiquibaseException(e);
    }
  }

  @Override
  public void willRun(
      ChangeSet changeSet,
      DatabaseChangeLog changeLog,
      Database database,
      ChangeSet.RunStatus runStatus) {
    requireAllRows(database);
    keepBack(database, changeSet.isRunInTransaction());
    next.willRun(changeSet, changeLog, database, runStatus);
  }

  /** Called after the history row was written and before Liquibase commits. */
  @Override
  public void ran(
      ChangeSet changeSet,
      DatabaseChangeLog changeLog,
      Database database,
      ChangeSet.ExecType execType) {
    keepBack(database, false);
    next.ran(changeSet, changeLog, database, execType);
  }

  @Override
  public void runFailed(
      ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, Exception exception) {
    keepBack(database, false);
    next.runFailed(changeSet, changeLog, database, exception);
  }

  @Override
  public void willRollback(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
    requireAllRows(database);
    if (changeSet.isRunInTransaction()) {
      keepBack(database, true);
    } else {
      inHistory(() -> database.removeRanStatus(changeSet));
    }
    next.willRollback(changeSet, changeLog, database);
  }

  /** Called after the history row was removed and before Liquibase commits. */
  @Override
  public void rolledBack(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
    keepBack(database, false);
    next.rolledBack(changeSet, changeLog, database);
  }

  @Override
  public void rollbackFailed(
      ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, Exception exception) {
    keepBack(database, false);
    if (!changeSet.isRunInTransaction()) {
      inHistory(() -> database.markChangeSetExecStatus(changeSet, ChangeSet.ExecType.EXECUTED));
    }
    next.rollbackFailed(changeSet, changeLog, database, exception);
  }

  @FunctionalInterface
  private interface HistoryWrite {
    void run() throws DatabaseException;
  }

  private static void inHistory(HistoryWrite write) {
    try {
      write.run();
    } catch (DatabaseException e) {
      throw new UnexpectedLiquibaseException(e);
    }
  }

  @Override
  public void willRun(
      Change change, ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
    next.willRun(change, changeSet, changeLog, database);
  }

  @Override
  public void ran(
      Change change, ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
    next.ran(change, changeSet, changeLog, database);
  }
}
