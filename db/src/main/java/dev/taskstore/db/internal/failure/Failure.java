package dev.taskstore.db.internal.failure;

import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.FailureClassifier;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * A failure between the driver and the caller. Each layer that it passes adds what only that layer
 * can find out: the row of a batch, the violated constraint, a listener's replacement. {@link
 * FailureTranslator} then creates the exception that the caller receives. Used by one thread.
 */
public final class Failure {

  private final SQLException exception;
  private @Nullable Classification classification;
  private @Nullable String constraint;
  private @Nullable RuntimeException replacement;
  private int row;

  private Failure(SQLException exception) {
    this.exception = exception;
  }

  /** Returns the failure that an exception carries, or a new one for an exception of the driver. */
  public static Failure of(SQLException exception) {
    if (exception instanceof FailureException carrier) {
      return carrier.failure();
    }
    return isFromPool(exception) && exception.getCause() instanceof SQLException cause
        ? of(cause)
        : new Failure(exception);
  }

  /** HikariCP reports an exhausted pool, and connections that it cannot make, without a state. */
  private static boolean isFromPool(SQLException exception) {
    return exception instanceof SQLTransientConnectionException
        && (exception.getSQLState() == null || exception.getCause() instanceof SQLException);
  }

  /** The driver's exception. */
  public SQLException exception() {
    return exception;
  }

  /** An exception to throw where only an {@link SQLException} may be thrown. */
  public SQLException asException() {
    return new FailureException(this);
  }

  /** Sets which row of several failed, counted from 0. */
  public Failure atRow(int index) {
    row = index;
    return this;
  }

  /** Sets the exception that a listener throws instead. */
  public Failure replacedBy(RuntimeException thrown) {
    replacement = thrown;
    return this;
  }

  /** Sets the violated constraint, which the database did not report. */
  void violates(@Nullable String name) {
    constraint = name;
  }

  /** Classifies the driver's exception at the first call. */
  Classification classification(FailureClassifier classifier) {
    Classification known = classification;
    if (known == null) {
      known = classifier.classify(exception);
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

  boolean isExhaustedPool() {
    return isFromPool(exception);
  }
}
