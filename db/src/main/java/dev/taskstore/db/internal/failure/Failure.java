package dev.taskstore.db.internal.failure;

import dev.taskstore.db.internal.observation.Observation;
import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.ConnectFailedException;
import dev.taskstore.db.spi.FailureClassifier;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * A failure on its way from the driver to the caller. Each layer adds the information that only it
 * has: the row of a batch, the violated constraint, a listener's replacement. {@link
 * FailureTranslator} then creates the exception that the caller receives. Used by one thread.
 */
public final class Failure {

  private final SQLException exception;
  private @Nullable Classification classification;
  private @Nullable String constraint;
  private @Nullable RuntimeException replacement;
  private @Nullable Observation observation;
  private @Nullable Failure before;
  private int row;
  private boolean waited;

  private Failure(SQLException exception) {
    this.exception = exception;
  }

  /**
   * Returns the failure that an exception contains, or a new failure for an exception of the
   * driver.
   */
  public static Failure of(SQLException exception) {
    if (exception instanceof FailureException carrier) {
      return carrier.failure();
    }
    if (isFromPool(exception) && exception.getCause() instanceof SQLException cause) {
      Failure failure = of(cause);
      failure.waited = true;
      return failure;
    }
    return new Failure(exception);
  }

  /** HikariCP reports an exhausted pool and failed connections without an SQLSTATE. */
  private static boolean isFromPool(SQLException exception) {
    return exception instanceof SQLTransientConnectionException
        && (exception.getSQLState() == null || exception.getCause() instanceof SQLException);
  }

  /** Returns the driver's exception. */
  public SQLException exception() {
    return exception;
  }

  /**
   * Returns an exception that contains this failure, for code that may only throw {@link
   * SQLException}.
   */
  public SQLException asException() {
    return new FailureException(this);
  }

  /** Sets the index of the failed row, from 0. */
  public Failure atRow(int index) {
    row = index;
    return this;
  }

  /** Sets the exception that replaces this failure, set by a listener. */
  public Failure replacedBy(RuntimeException thrown) {
    replacement = thrown;
    return this;
  }

  /** Sets the observation of the failed statement, which ends when the failure is translated. */
  public Failure observedBy(Observation statement) {
    observation = statement;
    return this;
  }

  /**
   * Sets an earlier failure of the same rows, whose place this failure takes. Both are reported to
   * observers alike.
   */
  public Failure after(Failure earlier) {
    before = earlier;
    return this;
  }

  /** Ends the observation of the failed statement. */
  void reported(RuntimeException thrown) {
    if (observation != null) {
      observation.failed(thrown);
    }
    if (before != null) {
      before.reported(thrown);
    }
  }

  /** Sets the violated constraint, which the database did not report. */
  void violates(@Nullable String name) {
    constraint = name;
  }

  /** Returns the classification of the driver's exception, which is created at the first call. */
  Classification classification(FailureClassifier classifier) {
    Classification known = classification;
    if (known == null) {
      known =
          exception instanceof ConnectFailedException failed
              ? failed.classification()
              : classifier.classify(exception);
      classification = known;
    }
    return known;
  }

  @Nullable String constraint() {
    return constraint;
  }

  @Nullable RuntimeException replacement() {
    return replacement;
  }

  int row() {
    return row;
  }

  /** Returns whether the call waited in vain for the pool to connect. */
  boolean waitedForConnection() {
    return waited;
  }

  /** Returns whether the pool had no free connection. */
  public boolean isExhaustedPool() {
    return isFromPool(exception);
  }
}
