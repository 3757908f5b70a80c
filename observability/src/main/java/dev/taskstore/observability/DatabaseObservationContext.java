package dev.taskstore.observability;

import dev.taskstore.db.observation.DatabaseOperation;
import dev.taskstore.db.observation.OperationFailure;
import dev.taskstore.db.observation.OperationResult;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The context of one observation: the operation, and its result after its end. Spans have the kind
 * client; nothing is sent to the database. Used by one thread at a time.
 */
public final class DatabaseObservationContext extends SenderContext<Object> {

  private final DatabaseOperation operation;
  private @Nullable OperationResult result;

  /**
   * Creates the context of an operation that starts.
   *
   * @param operation the operation
   */
  public DatabaseObservationContext(DatabaseOperation operation) {
    super((carrier, key, value) -> {}, Kind.CLIENT);
    this.operation = Objects.requireNonNull(operation, "operation");
    setCarrier(this);
  }

  /**
   * Returns the operation.
   *
   * @return the operation
   */
  public DatabaseOperation operation() {
    return operation;
  }

  /**
   * Returns how the operation ended.
   *
   * @return the result, or null before the end
   */
  public @Nullable OperationResult result() {
    return result;
  }

  /**
   * Returns the failure of the operation.
   *
   * @return the failure, or null before the end and after a success
   */
  public @Nullable OperationFailure failure() {
    OperationResult ended = result;
    return ended == null ? null : ended.failure();
  }

  void ended(OperationResult end) {
    result = end;
  }
}
