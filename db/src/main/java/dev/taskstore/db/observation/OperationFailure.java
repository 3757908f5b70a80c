package dev.taskstore.db.observation;

import java.util.Objects;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Why an operation failed. Immutable. Contains names and codes, never row values, parameters or
 * messages of the database.
 *
 * @param type the class of the exception of the operation, for example {@code
 *     dev.taskstore.db.exception.UniqueViolationException}: equal on every dialect
 * @param statusCode the SQLSTATE, or the error code of a database without SQLSTATEs; null if the
 *     database did not report the failure
 * @param table the table of the failure; null if it is unknown
 * @param constraint the violated constraint as in the changelog; null if no named constraint was
 *     violated
 * @param exception the exception of the operation, if it is one of {@link
 *     dev.taskstore.db.exception}: its message and its causes contain no values. Null for an
 *     exception of the application, which ends a transaction and may contain anything
 */
public record OperationFailure(
    Class<? extends Throwable> type,
    @Nullable String statusCode,
    @Nullable String table,
    @Nullable String constraint,
    @Nullable DataAccessException exception) {

  /** Checks that the type is not null. */
  public OperationFailure {
    Objects.requireNonNull(type, "type");
  }
}
