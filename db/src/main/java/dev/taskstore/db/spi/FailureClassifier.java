package dev.taskstore.db.spi;

import java.sql.SQLException;

/** Tells what kind of failure a driver's exception is. Stateless. */
@FunctionalInterface
public interface FailureClassifier {

  /**
   * Classifies a failure.
   *
   * @param exception what the driver threw, possibly a {@link java.sql.BatchUpdateException}
   * @return what it means
   */
  Failure classify(SQLException exception);
}
