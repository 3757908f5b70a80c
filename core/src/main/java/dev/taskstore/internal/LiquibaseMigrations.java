package dev.taskstore.internal;

import dev.taskstore.db.FailureContext;
import dev.taskstore.db.InvalidArgumentException;
import dev.taskstore.db.MigrationException;
import dev.taskstore.db.SchemaOutOfDateException;
import dev.taskstore.migration.ChangeSetStatus;
import dev.taskstore.migration.Migrations;
import dev.taskstore.spi.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.Nullable;

/** Migrations with Liquibase: quiet, without its analytics, one migrator at a time. */
final class LiquibaseMigrations implements Migrations {

  /** Liquibase runs changesets of every context when it is told none; this name stands for none. */
  private static final String NO_CONTEXT = "none";

  private static final LabelExpression ALL_LABELS = new LabelExpression();

  @FunctionalInterface
  private interface Work<T extends @Nullable Object> {
    T run(Liquibase liquibase) throws LiquibaseException, SQLException;
  }

  private final Engine engine;
  private final String changelog;
  private final Contexts contexts;
  private final ClassLoader loader;
  private final SchemaState state;

  LiquibaseMigrations(
      Engine engine,
      String changelog,
      Set<String> contexts,
      ClassLoader loader,
      SchemaState state) {
    this.engine = engine;
    this.changelog = changelog;
    this.contexts =
        contexts.isEmpty()
            ? new Contexts(NO_CONTEXT)
            : new Contexts(contexts.toArray(String[]::new));
    this.loader = loader;
    this.state = state;
  }

  @Override
  public List<ChangeSetStatus> status() {
    return run(this::statuses);
  }

  private List<ChangeSetStatus> statuses(Liquibase liquibase) throws LiquibaseException {
    List<ChangeSetStatus> result = new ArrayList<>();
    for (var status : liquibase.getChangeSetStatuses(contexts, ALL_LABELS, false)) {
      if (status.getPreviouslyRan() || status.getWillRun()) {
        ChangeSet changeSet = status.getChangeSet();
        result.add(
            new ChangeSetStatus(
                changeSet.getFilePath(),
                changeSet.getId(),
                changeSet.getAuthor(),
                status.getPreviouslyRan() ? Optional.of(appliedAt(status)) : Optional.empty()));
      }
    }
    return result;
  }

  /** Some databases keep the fraction of the second, some do not. */
  private static Instant appliedAt(liquibase.changelog.ChangeSetStatus status) {
    return status.getDateLastExecuted().toInstant().truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public int update() {
    return exclusively(
        liquibase -> {
          int runs = countToRun(liquibase);
          if (runs > 0) {
            liquibase.update(contexts, ALL_LABELS);
          } else {
            liquibase.validate();
          }
          rememberState(liquibase);
          return runs;
        });
  }

  /** Those that are pending, and those that run although they are applied. */
  private int countToRun(Liquibase liquibase) throws LiquibaseException {
    return (int)
        liquibase.getChangeSetStatuses(contexts, ALL_LABELS, false).stream()
            .filter(status -> status.getWillRun())
            .count();
  }

  /**
   * Only what the files alone decide is remembered: not with a folder that more files may come to,
   * a changeset that always runs, or one that a precondition has put off.
   */
  private void rememberState(Liquibase liquibase) throws LiquibaseException, SQLException {
    if (liquibase.getResourceAccessor() instanceof ChangelogResources resources
        && liquibase.getDatabase().getConnection() instanceof JdbcConnection connection
        && !resources.isSearched()
        && liquibase.getDatabaseChangeLog().getChangeSets().stream()
            .noneMatch(ChangeSet::isAlwaysRun)
        && countToRun(liquibase) == 0) {
      state.remember(connection.getUnderlyingConnection(), resources.files());
    }
  }

  @Override
  public int rollback(int count) {
    if (count < 1) {
      throw new InvalidArgumentException(
          "At least 1 changeset can be rolled back, not " + count + ".", FailureContext.NONE);
    }
    return exclusively(
        liquibase -> {
          int before = countApplied(liquibase);
          if (before > 0) {
            liquibase.rollback(Math.min(count, before), contexts, ALL_LABELS);
          }
          return Math.min(count, before);
        });
  }

  private int countApplied(Liquibase liquibase) throws LiquibaseException {
    return (int) statuses(liquibase).stream().filter(ChangeSetStatus::isApplied).count();
  }

  @Override
  public void validate() {
    List<ChangeSetStatus> pending =
        run(
            liquibase -> {
              liquibase.validate();
              return statuses(liquibase).stream().filter(c -> !c.isApplied()).toList();
            });
    if (!pending.isEmpty()) {
      throw new SchemaOutOfDateException(
          pending.size()
              + " changesets are pending, the first is "
              + pending.get(0).id()
              + " of "
              + pending.get(0).file()
              + ". Open the database with MigrationMode.UPDATE, or migrate it first.",
          FailureContext.NONE,
          null);
    }
  }

  private <T> T exclusively(Work<T> work) {
    try (MigrationLock.Held held =
        engine.dialect().migrationLock(engine.pools().writer()).acquire()) {
      return run(
          liquibase -> {
            if (held.isExclusive()) {
              LockServiceFactory.getInstance()
                  .getLockService(liquibase.getDatabase())
                  .forceReleaseLock();
            }
            return work.run(liquibase);
          });
    } catch (SQLException e) {
      throw engine.failures().translate(e);
    }
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = engine.connections().writer()) {
      boolean autoCommit = connection.getAutoCommit();
      try {
        return Scope.child(
            Map.of(
                "liquibase.analytics.enabled",
                "false",
                // The build has checked the files; to do it again takes longer than all the rest.
                "liquibase.validateXmlChangelogFiles",
                "false",
                Scope.Attr.logService.name(),
                new LiquibaseLogService(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.classLoader.name(),
                loader),
            () -> work.run(open(connection)));
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw failed(e);
      } finally {
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      throw engine.failures().translate(e);
    }
  }

  private Liquibase open(Connection connection) throws LiquibaseException {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    Liquibase liquibase = new Liquibase(changelog, new ChangelogResources(loader), database);
    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    engine.dialect().changelogParameters().forEach(liquibase::setChangeLogParameter);
    return liquibase;
  }

  /**
   * Liquibase's messages quote whole statements: only what it says of the changelog is passed on.
   */
  private MigrationException failed(Exception exception) {
    SQLException sqlException = null;
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        sqlException = sql;
      }
    }
    RuntimeException translated =
        sqlException == null ? null : engine.failures().translate(sqlException);
    String reason = translated == null ? exception.getMessage() : translated.getMessage();
    return new MigrationException(
        "The changelog " + changelog + " failed" + atChangeSet(exception) + ": " + reason,
        FailureContext.NONE,
        translated);
  }

  /** Liquibase names the changeset only in its message, before what the database says. */
  private static String atChangeSet(Exception exception) {
    Matcher matcher =
        Pattern.compile("changeset (\\S+::\\S+::\\S+?):?\\s", Pattern.CASE_INSENSITIVE)
            .matcher(String.valueOf(exception.getMessage()));
    return matcher.find() ? " at changeset " + matcher.group(1) : "";
  }
}
