package dev.taskstore.db.internal.migration;

import dev.taskstore.changelog.DatabaseParameters;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.failure.Failure;
import dev.taskstore.db.internal.transaction.NetworkPatience;
import dev.taskstore.db.spi.FailureKind;
import dev.taskstore.db.spi.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.exception.ValidationFailedException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.Nullable;

/**
 * Runs Liquibase without console output and analytics, and serializes migrations with the lock of
 * the dialect.
 */
final class LiquibaseRunner {

  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T run(Liquibase liquibase) throws LiquibaseException, SQLException;
  }

  private static final long DEPLOYMENT_IDS = 10_000_000_000L;

  private final OpenDatabase database;
  private final String changelog;
  private final ClassLoader loader;

  LiquibaseRunner(OpenDatabase database, String changelog, ClassLoader loader) {
    this.database = database;
    this.changelog = changelog;
    this.loader = loader;
  }

  /** Runs work while this process holds the migration lock. */
  <T extends @Nullable Object> T exclusively(Work<T> work) {
    try (MigrationLock.Held held =
        database.dialect().migrationLock(database.pools().writer()).acquire()) {
      return run(
          held,
          liquibase -> {
            if (held.isExclusive()) {
              LockServiceFactory.getInstance()
                  .getLockService(liquibase.getDatabase())
                  .forceReleaseLock();
            }
            return work.run(liquibase);
          });
    } catch (SQLException e) {
      throw database.failures().translate(e);
    }
  }

  /** Runs work that writes nothing while this process holds the migration lock. */
  <T extends @Nullable Object> T betweenMigrators(Work<T> work) {
    try (MigrationLock.Held held =
        database.dialect().migrationLock(database.pools().writer()).acquire()) {
      return run(work);
    } catch (SQLException e) {
      throw database.failures().translate(e);
    }
  }

  /** Runs work that changes nothing, without the migration lock. */
  <T extends @Nullable Object> T run(Work<T> work) {
    return run(null, work);
  }

  private <T extends @Nullable Object> T run(MigrationLock.@Nullable Held lock, Work<T> work) {
    try (Connection connection = database.connections().writer()) {
      boolean autoCommit = connection.getAutoCommit();
      if (lock != null && autoCommit) {
        lock.begin(connection);
      }
      ChangelogResources resources = new ChangelogResources(loader);
      NetworkPatience patience = NetworkPatience.lasting(connection, Duration.ZERO);
      try {
        return Scope.child(
            Map.of(
                "liquibase.analytics.enabled",
                "false",
                // ChangelogCheck validates the files, also those that name no XML schema.
                "liquibase.validateXmlChangelogFiles",
                "false",
                DatabaseParameters.SQL,
                DatabaseParameters.STANDARD_SQL,
                // Otherwise all updates of a process have the deployment ID of the first.
                Scope.Attr.deploymentId.name(),
                deploymentId(),
                Scope.Attr.logService.name(),
                new LiquibaseLogService(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.classLoader.name(),
                loader,
                // Also for the files of changes that are read outside of Liquibase's own commands.
                Scope.Attr.resourceAccessor.name(),
                resources),
            () -> work.run(open(connection, resources)));
      } catch (UnexpectedLiquibaseException e) {
        throw failed(e, connection);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw failed(e, connection);
      } catch (StackOverflowError e) {
        throw nestedTooDeeply();
      } finally {
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
        connection.setAutoCommit(autoCommit);
        if (patience != null) {
          patience.restore();
        }
        if (lock != null && autoCommit) {
          lock.end(connection);
        }
      }
    } catch (SQLException e) {
      throw database.failures().translate(e);
    }
  }

  /** The current time in milliseconds, reduced to the digits that fit the column. */
  private static String deploymentId() {
    return String.valueOf(System.currentTimeMillis() % DEPLOYMENT_IDS);
  }

  private Liquibase open(Connection connection, ChangelogResources resources)
      throws LiquibaseException {
    Database target = database(connection);
    ChangeLogParameters parameters = new DatabaseParameters(target);
    database.dialect().changelogParameters().forEach(parameters::set);
    // Parsed first: reading the history before makes Liquibase create its table.
    Liquibase liquibase =
        new Liquibase(
            ChangeLogParserFactory.getInstance()
                .getParser(changelog, resources)
                .parse(changelog, parameters, resources),
            resources,
            target);
    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    liquibase.setChangeExecListener(
        new ChangeSetTransactions(
            new HiddenRowsCheck(database.dialect()), new UtcHistory(liquibase.getDatabase())));
    return liquibase;
  }

  /** Opens Liquibase's view of the database of a connection. */
  static Database database(Connection connection) throws LiquibaseException {
    return DatabaseFactory.getInstance()
        .findCorrectDatabaseImplementation(ChangeSetTransactions.connection(connection));
  }

  /**
   * Liquibase's messages quote whole statements with their values. A failure of SQL is therefore
   * reported with the translated message.
   */
  private RuntimeException failed(Exception exception, Connection connection) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof MigrationException reported) {
        return reported;
      }
    }
    SQLException sqlException = null;
    List<String> edited = List.of();
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        sqlException = sql;
      } else if (cause instanceof ValidationFailedException invalid) {
        edited = invalid.getInvalidMD5Sums();
      }
    }
    if (!edited.isEmpty()) {
      return edited(edited);
    }
    Failure failure = sqlException == null ? null : Failure.of(sqlException);
    RuntimeException translated = failure == null ? null : database.failures().translate(failure);
    if (failure != null && translated != null && mayNotWrite(failure)) {
      return notPermitted(exception, translated, connection);
    }
    String reason = translated == null ? exception.getMessage() : translated.getMessage();
    return new MigrationException(
        "The changelog " + changelog + " failed" + atChangeSet(exception) + ": " + reason,
        FailureContext.NONE,
        translated);
  }

  private boolean mayNotWrite(Failure failure) {
    FailureKind kind = database.failures().kind(failure);
    return kind == FailureKind.PERMISSION || kind == FailureKind.READ_ONLY;
  }

  private DatabaseOpenException notPermitted(
      Exception exception, RuntimeException translated, Connection connection) {
    return new DatabaseOpenException(
        "The changelog "
            + changelog
            + " cannot be applied"
            + atChangeSet(exception)
            + role(connection)
            + ": "
            + translated.getMessage()
            + " Migrate the database with the role that owns its tables. This role can then open it"
            + " with MigrationMode.NONE, or, with SELECT on databasechangelog and "
            + SchemaFingerprint.TABLE
            + ", with VALIDATE or UPDATE.",
        FailureContext.NONE,
        translated.getCause());
  }

  private static String role(Connection connection) {
    try {
      String user = connection.getMetaData().getUserName();
      return user == null || user.isEmpty() ? "" : " by the role " + user;
    } catch (SQLException e) {
      return "";
    }
  }

  /** The names of included files may contain parameters, which only Liquibase replaces. */
  private MigrationException nestedTooDeeply() {
    return new MigrationException(
        "The changelog "
            + changelog
            + " is nested too deeply; one of its files probably includes itself.",
        FailureContext.NONE,
        null);
  }

  private MigrationException edited(List<String> changeSets) {
    return new MigrationException(
        "Applied changesets of the changelog "
            + changelog
            + " were edited: "
            + String.join(", ", changeSets)
            + ". Restore these changesets, and add new ones for the changes.",
        FailureContext.NONE,
        null);
  }

  /** Liquibase names the changeset only in its message, before the database's message. */
  private static String atChangeSet(Exception exception) {
    Matcher matcher =
        Pattern.compile("changeset (\\S+::\\S+::\\S+?):?\\s", Pattern.CASE_INSENSITIVE)
            .matcher(String.valueOf(exception.getMessage()));
    return matcher.find() ? " at changeset " + matcher.group(1) : "";
  }
}
