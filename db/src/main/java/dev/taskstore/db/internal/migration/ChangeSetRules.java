package dev.taskstore.db.internal.migration;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.MigrationException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.serializer.LiquibaseSerializable;

/**
 * What is refused before the first changeset runs: statements that end the transaction in which a
 * changeset and its history row are committed, and identifiers that some databases shorten.
 */
final class ChangeSetRules {

  /** A database may shorten longer identifiers without an error. */
  private static final int MAXIMUM_IDENTIFIER = 63;

  /** The fields of Liquibase's changes that contain identifiers. */
  private static final Pattern IDENTIFIERS =
      Pattern.compile(
          "name|\\w*(?:table|column|constraint|key|index|view|sequence|procedure)Names?",
          Pattern.CASE_INSENSITIVE);

  private ChangeSetRules() {}

  /** Checks the changes of a changeset. */
  static void checkForward(ChangeSet changeSet, ChangeSetStatements statements) {
    check(changeSet, statements.changes(changeSet.getChanges()), statements);
  }

  /** Checks the rollback of a changeset. */
  static void checkBack(ChangeSet changeSet, ChangeSetStatements statements) {
    check(changeSet, statements.changes(changeSet.getRollback().getChanges()), statements);
  }

  private static void check(
      ChangeSet changeSet, List<Change> changes, ChangeSetStatements statements) {
    for (Change change : changes) {
      if (change instanceof AbstractSQLChange sqlChange) {
        SqlWords words = words(sqlChange, statements);
        requireShort(changeSet, words.names());
        if (changeSet.isRunInTransaction()) {
          requireNoTransactionStatement(changeSet, words.transactionStatement());
        }
      } else {
        requireShort(changeSet, names(change));
      }
    }
  }

  private static SqlWords words(AbstractSQLChange change, ChangeSetStatements statements) {
    try {
      return SqlWords.of(statements.text(change));
    } catch (UnexpectedLiquibaseException e) {
      // Liquibase reports files that are missing or cannot be read.
      return SqlWords.of("");
    }
  }

  private static void requireNoTransactionStatement(ChangeSet changeSet, String statement) {
    if (!statement.isEmpty()) {
      throw refused(
          changeSet,
          "contains the statement "
              + statement
              + ". A changeset runs in a transaction of its own: remove the statement, or set"
              + " runInTransaction=\"false\".");
    }
  }

  private static void requireShort(ChangeSet changeSet, List<String> names) {
    for (String name : names) {
      int length = name.getBytes(StandardCharsets.UTF_8).length;
      if (length > MAXIMUM_IDENTIFIER) {
        throw refused(
            changeSet,
            "contains the identifier "
                + name
                + " of "
                + length
                + " bytes. Some databases shorten identifiers of more than "
                + MAXIMUM_IDENTIFIER
                + " bytes. Choose a shorter name.");
      }
    }
  }

  private static MigrationException refused(ChangeSet changeSet, String problem) {
    return new MigrationException(
        "The changeset " + changeSet.toString(false) + " " + problem, FailureContext.NONE, null);
  }

  /** Returns the values of all fields that contain names: tableName, constraintName, and so on. */
  private static List<String> names(LiquibaseSerializable serializable) {
    List<String> names = new ArrayList<>();
    for (String field : serializable.getSerializableFields()) {
      add(names, field, serializable.getSerializableFieldValue(field));
    }
    return names;
  }

  private static void add(List<String> names, String field, Object value) {
    if (value instanceof LiquibaseSerializable nested) {
      names.addAll(names(nested));
    } else if (value instanceof Collection<?> collection) {
      collection.forEach(element -> add(names, field, element));
    } else if (value instanceof String text && IDENTIFIERS.matcher(field).matches()) {
      names.addAll(List.of(text.split("\\s*,\\s*")));
    }
  }
}
