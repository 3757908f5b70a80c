package dev.taskstore.db.internal.jooq;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.internal.transaction.TransactionManager;
import dev.taskstore.db.internal.transaction.TransactionScope;
import java.util.concurrent.CancellationException;
import org.jooq.Transaction;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;

/** Makes jOOQ's own transaction methods begin, nest and end the library's transactions. */
record JooqTransactions(TransactionManager transactions) implements TransactionProvider {

  /** The configuration of the block is a copy; it is bound to the new transaction. */
  @Override
  public void begin(TransactionContext context) {
    JooqConnections connections =
        context.configuration().connectionProvider() instanceof JooqConnections own ? own : null;
    if (connections != null) {
      connections.ensureUsable();
    }
    TransactionScope scope = transactions.begin(TransactionOptions.defaults());
    context.transaction(new Begun(scope));
    if (connections != null) {
      context.configuration().set(connections.boundTo(scope));
    }
  }

  @Override
  public void commit(TransactionContext context) {
    transactions.commit(scope(context));
  }

  /** jOOQ also calls this after a failed commit, which has already ended the transaction. */
  @Override
  public void rollback(TransactionContext context) {
    if (context.transaction() instanceof Begun begun && begun.scope().isActive()) {
      Throwable cause = context.cause();
      transactions.rollback(begun.scope(), cause == null ? new CancellationException() : cause);
    }
  }

  private static TransactionScope scope(TransactionContext context) {
    if (context.transaction() instanceof Begun begun) {
      return begun.scope();
    }
    throw new IllegalStateException("This transaction was not begun by the library");
  }

  private record Begun(TransactionScope scope) implements Transaction {}
}
