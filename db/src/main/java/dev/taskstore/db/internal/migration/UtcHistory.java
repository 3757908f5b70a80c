package dev.taskstore.db.internal.migration;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;

/**
 * Makes Liquibase note times in UTC. Its own are without a zone: those of the session on some
 * databases, of UTC on others. It asks the database for the time when a changeset has run; while
 * one runs, the database's own function has to stand, because the changeset may use it.
 */
final class UtcHistory extends AbstractChangeExecListener {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private final Database database;
  private final String functionOfDatabase;

  UtcHistory(Database database) {
    this.database = database;
    functionOfDatabase = database.getCurrentDateTimeFunction();
  }

  @Override
  public void willRun(
      ChangeSet changeSet,
      DatabaseChangeLog changeLog,
      Database target,
      ChangeSet.RunStatus runStatus) {
    useThisTime();
  }

  @Override
  public void willRun(
      Change change, ChangeSet changeSet, DatabaseChangeLog changeLog, Database target) {
    database.setCurrentDateTimeFunction(functionOfDatabase);
  }

  @Override
  public void ran(
      Change change, ChangeSet changeSet, DatabaseChangeLog changeLog, Database target) {
    useThisTime();
  }

  private void useThisTime() {
    database.setCurrentDateTimeFunction(
        "'" + FORMAT.format(Instant.now().atOffset(ZoneOffset.UTC)) + "'");
  }

  /** Reads what a database has kept of such a time: some keep its fraction, some do not. */
  static Instant parse(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T'))
        .toInstant(ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.SECONDS);
  }
}
