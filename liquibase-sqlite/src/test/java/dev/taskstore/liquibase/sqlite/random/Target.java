package dev.taskstore.liquibase.sqlite.random;

import dev.taskstore.liquibase.sqlite.Changelogs;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;

/** A database on which random programs run. Each step is a transaction. */
abstract class Target {

  private final Connection connection;
  private final Database database;

  Target(Connection connection) {
    this.connection = connection;
    try {
      database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      connection.setAutoCommit(false);
    } catch (LiquibaseException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Connection connection() {
    return connection;
  }

  /** Runs a step, and returns why it failed. */
  final Optional<String> run(Step step) {
    return attempt(
        () -> {
          if (step instanceof Step.Row row) {
            try (Statement statement = connection.createStatement()) {
              statement.execute(insert(row));
            }
          } else {
            for (Change change : Changelogs.changes(((Step.Change) step).xml())) {
              inScope(() -> database.executeStatements(change, null, List.of()));
            }
          }
        });
  }

  /** Returns whether the step can be rolled back without being written. */
  final boolean canRollBack(Step step) {
    return step instanceof Step.Change written
        && Changelogs.changes(written.xml()).stream()
            .allMatch(change -> change.supportsRollback(database));
  }

  final Optional<String> rollBack(Step.Change step) {
    return attempt(
        () -> {
          for (Change change : Changelogs.changes(step.xml())) {
            inScope(() -> database.executeRollbackStatements(change, List.of()));
          }
        });
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void inScope(Work work) throws Exception {
    Scope.child(java.util.Map.of("liquibase.analytics.enabled", "false"), work::run);
  }

  private Optional<String> attempt(Work work) {
    try {
      work.run();
      connection.commit();
      return Optional.empty();
    } catch (Exception e) {
      try {
        connection.rollback();
      } catch (SQLException rollback) {
        throw new IllegalStateException(rollback);
      }
      return Optional.of(String.valueOf(e));
    }
  }

  abstract String insert(Step.Row row) throws SQLException;

  /** The schema and the rows in a form that is equal on both databases. */
  abstract List<String> state() throws SQLException;
}
