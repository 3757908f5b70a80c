package dev.taskstore.db.internal.failure;

import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.FailureClassifier;
import dev.taskstore.db.spi.FailureKind;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Translates failures to the exceptions of the public API, with the names of tables, columns and
 * constraints and without values. Thread-safe.
 */
public final class FailureTranslator {

  private final FailureClassifier classifier;
  private final ConstraintCatalog constraints;

  public FailureTranslator(FailureClassifier classifier, ConstraintCatalog constraints) {
    this.classifier = classifier;
    this.constraints = constraints;
  }

  /** Returns the exception to throw for an exception of the driver. */
  public RuntimeException translate(SQLException exception) {
    return translate(Failure.of(exception));
  }

  /** Returns the exception to throw for a failure, and ends the observation of its statement. */
  public RuntimeException translate(Failure failure) {
    RuntimeException translated = describe(failure);
    failure.reported(translated);
    return translated;
  }

  /** Returns the exception for a failure about which more may become known before it is thrown. */
  public RuntimeException describe(Failure failure) {
    RuntimeException replacement = failure.replacement();
    if (replacement != null) {
      return replacement;
    }
    SQLException exception = failure.exception();
    if (exception.getCause() instanceof InterruptedException interrupted) {
      return FailureExceptions.interrupted(interrupted);
    }
    if (failure.isExhaustedPool()) {
      return FailureExceptions.poolExhausted(
          withoutValues(exception, "no connection became available in the pool"));
    }
    Classification found = failure.classification(classifier);
    SQLException cause = withoutValues(exception, found.message());
    return failure.waitedForConnection() && found.kind() == FailureKind.CONNECTION
        ? FailureExceptions.notConnected(found, cause)
        : FailureExceptions.create(found, place(failure, found), cause);
  }

  /**
   * Returns the exception to throw when a commit, or a statement that commits by itself, failed.
   * After a lost connection, it is unknown whether the server had committed, even if the server
   * reported a reason.
   */
  public static RuntimeException whileCommitting(RuntimeException failure) {
    return failure instanceof ConnectionLostException
        ? FailureExceptions.commitOutcomeUnknown(failure.getCause())
        : failure;
  }

  /**
   * Returns the exception for a unique key that is taken, which the library noticed instead of the
   * database.
   */
  public RuntimeException duplicate(String table, List<String> columns) {
    FailureContext known = constraints.unique(table, columns);
    return FailureExceptions.create(
        Classification.of(FailureKind.UNIQUE, null),
        known == null ? new FailureContext(table, columns, null) : known,
        null);
  }

  /** Returns the exception for a reference to a row that does not exist for the caller. */
  public static RuntimeException brokenReference(FailureContext key) {
    return FailureExceptions.create(Classification.of(FailureKind.FOREIGN_KEY, null), key, null);
  }

  /** Returns the kind of a failure. */
  public FailureKind kind(Failure failure) {
    return failure.classification(classifier).kind();
  }

  private FailureContext place(Failure failure, Classification found) {
    String searched = failure.constraint();
    if (searched != null) {
      FailureContext known = constraints.named(searched);
      return known != null ? known : new FailureContext(null, List.of(), searched);
    }
    String reported = found.constraint();
    FailureContext known = null;
    if (reported != null) {
      known = constraints.named(reported);
    } else if (found.kind() == FailureKind.UNIQUE && found.table() != null) {
      known = constraints.unique(found.table(), found.columns());
    }
    return known != null ? known : asReported(found);
  }

  private FailureContext asReported(Classification found) {
    FailureContext place =
        found.table() == null ? null : constraints.modelled(found.table(), found.columns());
    return place == null
        ? new FailureContext(found.table(), found.columns(), found.constraint())
        : new FailureContext(place.table(), place.columns(), found.constraint());
  }

  private static SQLException withoutValues(SQLException exception, @Nullable String message) {
    SQLException safe =
        new SQLException(
            message != null
                ? message
                : "SQLState " + exception.getSQLState() + ", error " + exception.getErrorCode(),
            exception.getSQLState(),
            exception.getErrorCode());
    safe.setStackTrace(exception.getStackTrace());
    return safe;
  }
}
