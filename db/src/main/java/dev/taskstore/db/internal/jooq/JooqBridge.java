package dev.taskstore.db.internal.jooq;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.statement.PortableSql;
import dev.taskstore.db.internal.statement.StatementRunner;
import dev.taskstore.db.internal.transaction.ConnectionSource;
import dev.taskstore.db.internal.transaction.TransactionManager;
import dev.taskstore.db.internal.transaction.TransactionScope;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.ValueStorage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.Transaction;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/**
 * Runs plain jOOQ on the same connections, in the same transactions and with the same exceptions.
 */
public final class JooqBridge {

  private JooqBridge() {}

  public static DSLContext dsl(
      Dialect dialect,
      ConnectionSource connections,
      TransactionManager transactions,
      FailureTranslator failures,
      StatementRunner statements,
      List<ExecuteListenerProvider> listeners) {
    Settings settings =
        new Settings()
            .withRenderSchema(false)
            .withRenderCatalog(false)
            .withExecuteLogging(false)
            .withDiagnosticsLogging(false);
    dialect.configure(settings);
    DefaultConfiguration configuration = new DefaultConfiguration();
    configuration.set(dialect.jooqDialect());
    configuration.set(settings);
    configuration.set(new Connections(connections, transactions, failures));
    configuration.set(new Transactions(transactions));
    List<ExecuteListenerProvider> providers = new ArrayList<>();
    providers.add(() -> new JooqStatementListener(transactions, failures, statements));
    providers.addAll(listeners);
    configuration.set(providers.toArray(ExecuteListenerProvider[]::new));
    configuration.set(PortableSql.forPlainJooq(dialect));
    configuration.data(ValueStorage.class, dialect.valueStorage());
    return DSL.using(configuration);
  }

  /**
   * Returns the connection of this thread's transaction, or a writer connection in auto-commit
   * mode.
   */
  private record Connections(
      ConnectionSource connections, TransactionManager transactions, FailureTranslator failures)
      implements ConnectionProvider {

    @Override
    public Connection acquire() {
      TransactionScope scope = transactions.current();
      if (scope != null) {
        scope.ensureMayRun();
        return scope.connection();
      }
      try {
        return connections.writer();
      } catch (SQLException e) {
        throw failures.translate(e);
      }
    }

    @Override
    public void release(Connection connection) {
      TransactionScope scope = transactions.current();
      if (scope != null && scope.connection() == connection) {
        return;
      }
      try {
        connection.close();
      } catch (SQLException e) {
        throw failures.translate(e);
      }
    }
  }

  /** Makes jOOQ's own transaction methods begin, nest and end the library's transactions. */
  private record Transactions(TransactionManager transactions) implements TransactionProvider {

    @Override
    public void begin(TransactionContext context) {
      context.transaction(new Begun(transactions.begin(TransactionOptions.defaults())));
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
  }

  private record Begun(TransactionScope scope) implements Transaction {}
}
