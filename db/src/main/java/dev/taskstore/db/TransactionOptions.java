package dev.taskstore.db;

import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Codecs;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options of a transaction. Immutable.
 *
 * @param isolation the minimum isolation level
 * @param isReadOnly whether the transaction is read-only; it then uses a reader connection,
 *     concurrently with any writer
 * @param isRetryable whether the whole block may be retried after a transient failure
 * @param queryTimeout the maximum duration of each statement; zero for no limit, null for the
 *     timeout that the database was opened with
 * @param actor who changes rows, for the audit trail; null for the actor of the outer transaction,
 *     or the principal of the scope
 * @param readPreference where a read-only transaction runs; null for the preference of its session
 */
public record TransactionOptions(
    IsolationLevel isolation,
    boolean isReadOnly,
    boolean isRetryable,
    @Nullable Duration queryTimeout,
    @Nullable String actor,
    @Nullable ReadPreference readPreference) {

  private static final TransactionOptions READ_WRITE =
      new TransactionOptions(IsolationLevel.READ_COMMITTED, false, true, null, null, null);

  /** Validates the timeout and the actor. */
  public TransactionOptions {
    if (queryTimeout != null) {
      requireTimeout(queryTimeout);
    }
    if (actor != null) {
      requireActor(actor);
    }
  }

  /**
   * Returns the default options: read-write, {@link IsolationLevel#READ_COMMITTED}, retryable.
   *
   * @return the default options
   */
  public static TransactionOptions defaults() {
    return READ_WRITE;
  }

  /**
   * Returns a copy with another isolation level.
   *
   * @param level the minimum isolation level
   * @return the copy
   */
  public TransactionOptions isolation(IsolationLevel level) {
    return new TransactionOptions(
        level, isReadOnly, isRetryable, queryTimeout, actor, readPreference);
  }

  /**
   * Returns a copy for a read-only transaction, whose queries all read the same snapshot of the
   * database.
   *
   * @return the copy, with an isolation level of at least {@link IsolationLevel#REPEATABLE_READ}
   */
  public TransactionOptions readOnly() {
    IsolationLevel level =
        isolation == IsolationLevel.READ_COMMITTED ? IsolationLevel.REPEATABLE_READ : isolation;
    return new TransactionOptions(level, true, isRetryable, queryTimeout, actor, readPreference);
  }

  /**
   * Returns a copy without retries, for a block that must run at most once because it has side
   * effects outside the database.
   *
   * @return a copy
   */
  public TransactionOptions withoutRetry() {
    return new TransactionOptions(
        isolation, isReadOnly, false, queryTimeout, actor, readPreference);
  }

  /**
   * Returns a copy with a longer or shorter query timeout than {@link
   * DatabaseOptions#queryTimeout}.
   *
   * @param timeout the maximum duration of each statement, zero for no limit
   * @return a copy
   * @throws InvalidArgumentException if the timeout is negative
   */
  public TransactionOptions queryTimeout(Duration timeout) {
    return new TransactionOptions(
        isolation,
        isReadOnly,
        isRetryable,
        Objects.requireNonNull(timeout, "timeout"),
        actor,
        readPreference);
  }

  /**
   * Returns a copy that names who changes rows. The audit trail records the name with each change
   * of the transaction, also of nested ones without an actor of their own. The name does not
   * outlive the transaction. Without effect if the database was not opened with {@link
   * DatabaseOptions#auditTrail}.
   *
   * @param name the name, such as the identifier of a user or the name of a job: 1 to {@link
   *     AuditTrail#MAXIMUM_ACTOR_LENGTH} code points
   * @return a copy
   * @throws InvalidArgumentException if the name is empty or too long, or contains a NUL character
   *     or a lone surrogate
   */
  public TransactionOptions actor(String name) {
    return new TransactionOptions(
        isolation,
        isReadOnly,
        isRetryable,
        queryTimeout,
        Objects.requireNonNull(name, "name"),
        readPreference);
  }

  /**
   * Returns a copy that runs on a replica, if a preference permits it and a replica fulfils it. The
   * transaction must be {@linkplain #readOnly read-only}; it stays on the server on which it
   * begins. Serializable transactions run on the primary. Without effect on a nested transaction,
   * which runs on the connection of the outer one.
   *
   * @param preference the preference
   * @return a copy
   */
  public TransactionOptions readPreference(ReadPreference preference) {
    return new TransactionOptions(
        isolation,
        isReadOnly,
        isRetryable,
        queryTimeout,
        actor,
        Objects.requireNonNull(preference, "preference"));
  }

  private static void requireActor(String name) {
    Codecs.TEXT.validate("The name of an actor", name);
    int length = name.codePointCount(0, name.length());
    if (length == 0 || length > AuditTrail.MAXIMUM_ACTOR_LENGTH) {
      throw new InvalidArgumentException(
          "The name of an actor must have 1 to "
              + AuditTrail.MAXIMUM_ACTOR_LENGTH
              + " code points, not "
              + length
              + ".",
          FailureContext.NONE);
    }
  }

  static void requireTimeout(Duration timeout) {
    if (timeout.isNegative()) {
      throw new InvalidArgumentException(
          "queryTimeout must be zero, for no limit, or more.", FailureContext.NONE);
    }
  }
}
