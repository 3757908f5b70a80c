package dev.taskstore.db.spi;

import java.sql.SQLException;

/** Classifies the exceptions of a driver. Stateless. */
@FunctionalInterface
public interface FailureClassifier {

  /**
   * Classifies an exception. The library calls this at most once for each exception.
   *
   * @param exception the driver's exception, possibly a {@link java.sql.BatchUpdateException}
   * @return the kind of failure, and the names that the exception contains
   */
  Classification classify(SQLException exception);
}
