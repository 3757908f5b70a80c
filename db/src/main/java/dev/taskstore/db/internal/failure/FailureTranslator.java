package dev.taskstore.db.internal.failure;

import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.NotNullViolationException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.exception.StorageFullException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.spi.Failure;
import dev.taskstore.db.spi.FailureClassifier;
import dev.taskstore.db.spi.FailureKind;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns drivers' exceptions into the library's, with names filled in and values left out. */
public final class FailureTranslator {

  private final FailureClassifier classifier;
  private final ConstraintCatalog constraints;

  public FailureTranslator(FailureClassifier classifier, ConstraintCatalog constraints) {
    this.classifier = classifier;
    this.constraints = constraints;
  }

  /** Translates a failure. */
  public RuntimeException translate(SQLException exception) {
    if (exception instanceof ReplacedFailure replaced) {
      return replaced.replacement();
    }
    if (exception.getCause() instanceof InterruptedException interrupted) {
      return new DatabaseTimeoutException(
          "The thread was interrupted while it waited for a connection.",
          FailureContext.NONE,
          interrupted);
    }
    if (exception instanceof SQLTransientConnectionException && isFromPool(exception)) {
      return exception.getCause() instanceof SQLException cause
          ? translate(cause)
          : poolExhausted(exception);
    }
    Failure failure = classifier.classify(exception);
    return create(failure, place(failure), withoutValues(exception, failure));
  }

  /**
   * What a failure means when it came while work was being committed: from a connection that broke
   * nobody learns whether the server had committed before, not even when it says why it ended it.
   */
  public static RuntimeException whileCommitting(RuntimeException failure) {
    return failure instanceof ConnectionLostException
        ? new CommitOutcomeUnknownException(
            "The connection broke during the commit: the work may have been committed or not. Read"
                + " what it wrote before doing it again.",
            FailureContext.NONE,
            failure.getCause())
        : failure;
  }

  /** HikariCP reports an exhausted pool, and connections that it cannot make, without a state. */
  private static boolean isFromPool(SQLException exception) {
    return exception.getSQLState() == null || exception.getCause() instanceof SQLException;
  }

  private static RuntimeException poolExhausted(SQLException exception) {
    return new DatabaseTimeoutException(
        "No connection of the pool became free in time. End transactions and close streams sooner, or"
            + " raise maximumPoolSize or connectionTimeout.",
        FailureContext.NONE,
        withoutValues(
            exception, Failure.of(FailureKind.TIMEOUT, "no connection of the pool became free")));
  }

  /** A violation whose constraint was found after the fact. */
  RuntimeException named(FailureKind kind, String name, RuntimeException violation) {
    FailureContext known = constraints.named(name);
    return create(
        Failure.of(kind, null),
        known != null ? known : new FailureContext(null, List.of(), name),
        violation.getCause());
  }

  private FailureContext place(Failure failure) {
    String constraint = failure.constraint();
    FailureContext known = null;
    if (constraint != null) {
      known = constraints.named(constraint);
    } else if (failure.kind() == FailureKind.UNIQUE && failure.table() != null) {
      known = constraints.unique(failure.table(), failure.columns());
    }
    return known != null
        ? known
        : new FailureContext(failure.table(), failure.columns(), constraint);
  }

  private static SQLException withoutValues(SQLException exception, Failure failure) {
    String message =
        failure.message() != null
            ? failure.message()
            : "SQLState " + exception.getSQLState() + ", error " + exception.getErrorCode();
    SQLException safe =
        new SQLException(message, exception.getSQLState(), exception.getErrorCode());
    safe.setStackTrace(exception.getStackTrace());
    return safe;
  }

  /** Makes the exception for a kind of failure. */
  static RuntimeException create(Failure failure, FailureContext at, @Nullable Throwable cause) {
    String detail = failure.message() == null ? "" : ": " + failure.message();
    return switch (failure.kind()) {
      case UNIQUE ->
          new UniqueViolationException(
              "The key" + where(at) + " is taken" + named(at) + ". Choose another one, or upsert.",
              at,
              cause);
      case FOREIGN_KEY ->
          new ForeignKeyViolationException(
              "A reference"
                  + where(at)
                  + " is broken"
                  + named(at)
                  + ". Insert the referenced row first, or delete the rows that refer to it.",
              at,
              cause);
      case NOT_NULL ->
          new NotNullViolationException(
              "A value" + where(at) + " is missing. Give one.", at, cause);
      case CHECK ->
          new CheckViolationException(
              "A value" + where(at) + " is not allowed" + named(at) + ".", at, cause);
      case TRANSIENT ->
          new TransientFailureException(
              "The database is busy or resolved a conflict of transactions at the cost of this one. Run"
                  + " it again.",
              at,
              cause);
      case CONNECTION ->
          new ConnectionLostException(
              "The database cannot be reached, or the connection to it broke" + detail + ".",
              at,
              cause);
      case TIMEOUT ->
          new DatabaseTimeoutException(
              "The statement was cancelled, or took longer than queryTimeout allows. Nothing was"
                  + " written.",
              at,
              cause);
      case READ_ONLY ->
          new ReadOnlyTransactionException(
              "The transaction or the database is read-only. Write in a transaction that is not, to a"
                  + " database that may be written.",
              at,
              cause);
      case ROLLBACK_ONLY ->
          new RollbackOnlyException(
              "A statement of this transaction has failed, so that it can only be rolled back.",
              at,
              cause);
      case INVALID_VALUE ->
          new InvalidArgumentException(
              "A value" + where(at) + " does not fit the type or the size of its column.",
              at,
              cause);
      case STORAGE_FULL ->
          new StorageFullException(
              "The database has no space left. Free some on its disk, or raise the quota.",
              at,
              cause);
      case SCHEMA ->
          new SchemaOutOfDateException(
              "The schema lacks what a statement needs" + detail + ". Migrate the database.",
              at,
              cause);
      case OPEN ->
          new DatabaseOpenException("The database cannot be opened" + detail + ".", at, cause);
      case OTHER -> new DatabaseException("A statement failed" + detail + ".", at, cause);
    };
  }

  private static String where(FailureContext at) {
    if (at.table() == null) {
      return "";
    }
    List<String> columns = at.columns();
    return columns.isEmpty()
        ? " of " + at.table()
        : " of " + at.table() + " (" + String.join(", ", columns) + ")";
  }

  private static String named(FailureContext at) {
    return at.constraint() == null ? "" : ", says " + at.constraint();
  }
}
