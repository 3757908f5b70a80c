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
 * Makes Liquibase record times in UTC. By default it records the result of the database's time
 * function, without a zone: in the session's time zone on some databases, in UTC on others. While a
 * change runs, the database's own function is restored, because the change may use it.
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

  /** Parses a recorded time. Some databases keep the fraction of a second, some do not. */
  static Instant parse(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T'))
        .toInstant(ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.SECONDS);
  }
}
