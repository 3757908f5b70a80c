package dev.taskstore.db.internal.jooq;

import dev.taskstore.db.ReadPreference;
import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.observation.Observations;
import dev.taskstore.db.internal.statement.PortableSql;
import dev.taskstore.db.internal.statement.StatementRunner;
import dev.taskstore.db.internal.transaction.ConnectionSource;
import dev.taskstore.db.internal.transaction.TransactionManager;
import dev.taskstore.db.internal.transaction.TransactionScope;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.ValueStorage;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
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
      Observations observations,
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
    configuration.set(
        new JooqConnections(connections, transactions, dialect, failures, null, null));
    configuration.set(new JooqTransactions(transactions));
    List<ExecuteListenerProvider> providers = new ArrayList<>();
    providers.add(() -> new JooqStatementListener(connections, transactions, failures, statements));
    providers.addAll(listeners);
    if (!observations.isEmpty()) {
      providers.add(() -> new JooqStatementObserver(observations));
    }
    configuration.set(providers.toArray(ExecuteListenerProvider[]::new));
    configuration.set(PortableSql.forPlainJooq(dialect));
    configuration.data(ValueStorage.class, dialect.valueStorage());
    return DSL.using(configuration);
  }

  /**
   * Returns plain jOOQ that is bound to a transaction: its statements fail after the transaction
   * has ended and in other threads.
   */
  public static DSLContext boundTo(TransactionScope scope, DSLContext dsl) {
    Configuration configuration = dsl.configuration();
    return configuration.connectionProvider() instanceof JooqConnections connections
        ? configuration.derive(connections.boundTo(scope)).dsl()
        : dsl;
  }

  /** Returns plain jOOQ whose typed queries outside of transactions run where a preference says. */
  public static DSLContext reading(ReadPreference preference, DSLContext dsl) {
    Configuration configuration = dsl.configuration();
    return configuration.connectionProvider() instanceof JooqConnections connections
        ? configuration.derive(connections.reading(preference)).dsl()
        : dsl;
  }

  /** Returns a guarded connection for a listener of the application. */
  public static Connection guarded(Connection connection, Configuration configuration) {
    return configuration.connectionProvider() instanceof JooqConnections connections
        ? connections.guard(connection)
        : connection;
  }

  /** Returns a guarded connection of a transaction for code of the application. */
  public static Connection shared(TransactionScope scope, DSLContext dsl) {
    return dsl.configuration().connectionProvider() instanceof JooqConnections connections
        ? connections.share(scope)
        : scope.connection();
  }
}
