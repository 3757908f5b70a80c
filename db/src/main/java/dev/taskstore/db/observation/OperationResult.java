package dev.taskstore.db.observation;

import dev.taskstore.db.TransactionOutcome;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How an operation ended. Immutable.
 *
 * @param count the number of rows that a statement returned or changed or a bulk load loaded, or of
 *     changesets that a migration applied or rolled back; empty if it is unknown, for example
 *     because a driver combined the inserts of a batch, and for other kinds of operations
 * @param batchSize the number of executions of a batch; empty for everything else
 * @param outcome the outcome of a transaction; null for other kinds of operations
 * @param failure the failure, or null if the operation succeeded. For a retry, the failure of the
 *     attempt before it
 */
public record OperationResult(
    OptionalLong count,
    OptionalLong batchSize,
    @Nullable TransactionOutcome outcome,
    @Nullable OperationFailure failure) {

  /** Checks that only the optional components are null. */
  public OperationResult {
    Objects.requireNonNull(count, "count");
    Objects.requireNonNull(batchSize, "batchSize");
  }
}
