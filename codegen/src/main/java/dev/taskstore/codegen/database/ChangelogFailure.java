package dev.taskstore.codegen.database;

import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.changelog.ChangelogFiles;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import liquibase.exception.ValidationFailedException;

/** Describes why a changelog does not run on a database. */
final class ChangelogFailure {

  private static final Pattern CHANGESET =
      Pattern.compile(
          "changeset (?<file>\\S+?)::(?<id>.+?)::(?<author>\\S+?):?\\s", Pattern.CASE_INSENSITIVE);

  private static final Pattern PARAMETER = Pattern.compile("\\$\\{[^{}\\s]+}");

  private ChangelogFailure() {}

  static String message(SchemaDatabase database, String changelog, Exception failure) {
    return "The changelog "
        + changelog
        + " does not run on "
        + database.title()
        + atChangeSet(failure)
        + ": "
        + ChangelogFiles.rootMessage(failure)
        + wayOut(database, failure);
  }

  /** Finds the changeset, which Liquibase only includes in the message. */
  private static String atChangeSet(Exception failure) {
    return causes(failure)
        .map(cause -> CHANGESET.matcher(String.valueOf(cause.getMessage())))
        .filter(Matcher::find)
        .map(
            found ->
                new ChangeSetKey(found.group("file"), found.group("id"), found.group("author")))
        .map(changeSet -> ", at " + changeSet.describe())
        .findFirst()
        .orElse("");
  }

  private static String wayOut(SchemaDatabase database, Exception failure) {
    Optional<String> parameter =
        causes(failure)
            .map(cause -> PARAMETER.matcher(String.valueOf(cause.getMessage())))
            .filter(Matcher::find)
            .map(Matcher::group)
            .findFirst();
    if (parameter.isPresent()) {
      return " The parameter "
          + parameter.get()
          + " has no value. Set the parameter with <property>, or include"
          + " dev/taskstore/change-log/types.xml, which defines the storage types.";
    }
    String reason = ChangelogFiles.rootMessage(failure);
    boolean refused =
        causes(failure)
            .anyMatch(
                cause ->
                    cause instanceof SQLException || cause instanceof ValidationFailedException);
    if (refused) {
      return " Correct it, or, if only "
          + database.title()
          + " refuses it, limit it to the other database with dbms=\"!"
          + database.shortName()
          + "\" and write it for "
          + database.title()
          + " with dbms=\""
          + database.shortName()
          + "\".";
    }
    return reason.contains("does not exist") || reason.contains("not found")
        ? " Correct the path, or add the directory of the file to resources."
        : "";
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
