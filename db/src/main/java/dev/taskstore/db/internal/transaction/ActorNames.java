package dev.taskstore.db.internal.transaction;

import dev.taskstore.db.spi.AuditTriggers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names the actors of transactions to the audit trail, so that no name outlives its level: a level
 * names its actor after its begin, and before its end that of the level around it. A rollback
 * restores the name itself. Thread-safe.
 */
public final class ActorNames {

  /** Work on a connection. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    /** Runs the work. */
    T run(Connection connection) throws SQLException;
  }

  private final @Nullable AuditTriggers triggers;

  ActorNames(@Nullable AuditTriggers triggers) {
    this.triggers = triggers;
  }

  /** Returns whether the changes of this database have actors. */
  public boolean isNeeded() {
    return triggers != null;
  }

  void begin(TransactionScope scope) throws SQLException {
    change(scope, scope.outerActor(), scope.actor());
  }

  void end(TransactionScope scope) throws SQLException {
    change(scope, scope.actor(), scope.outerActor());
  }

  private void change(TransactionScope scope, @Nullable String from, @Nullable String to)
      throws SQLException {
    if (triggers != null && !scope.isReadOnly() && !Objects.equals(from, to)) {
      triggers.nameActor(scope.connection(), to);
    }
  }

  /**
   * Runs work of a session in a transaction that another session may have begun.
   *
   * @param sessionActor the actor of the session, or null
   */
  public <T extends @Nullable Object> T run(
      TransactionScope scope, @Nullable String sessionActor, Work<T> work) throws SQLException {
    String actor = scope.actorOf(sessionActor);
    if (triggers == null || scope.isReadOnly() || Objects.equals(actor, scope.actor())) {
      return work.run(scope.connection());
    }
    triggers.nameActor(scope.connection(), actor);
    T result;
    try {
      result = work.run(scope.connection());
    } catch (SQLException e) {
      // The transaction is rolled back, and the name with it.
      throw e;
    } catch (RuntimeException e) {
      triggers.nameActor(scope.connection(), scope.actor());
      throw e;
    }
    triggers.nameActor(scope.connection(), scope.actor());
    return result;
  }
}
