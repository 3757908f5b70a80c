package dev.taskstore.db.internal.listener;

import dev.taskstore.db.internal.failure.FailureTranslator;
import java.sql.Connection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jooq.Configuration;
import org.jooq.ExecuteListenerProvider;
import org.jooq.ExecuteType;
import org.jspecify.annotations.Nullable;

/**
 * The application's jOOQ listeners, which also receive the statements of repositories. Thread-safe.
 */
public final class ExecuteListeners {

  private final List<ExecuteListenerProvider> providers;
  private final Supplier<Configuration> configuration;
  private final UnaryOperator<Connection> guard;
  private final FailureTranslator failures;

  /**
   * Creates the listeners.
   *
   * @param configuration returns the configuration of plain jOOQ, from the first statement on
   * @param guard returns the connection as listeners receive it
   */
  public ExecuteListeners(
      List<ExecuteListenerProvider> providers,
      Supplier<Configuration> configuration,
      UnaryOperator<Connection> guard,
      FailureTranslator failures) {
    this.providers = List.copyOf(providers);
    this.configuration = configuration;
    this.guard = guard;
    this.failures = failures;
  }

  /** Returns whether there are no listeners. */
  public boolean isEmpty() {
    return providers.isEmpty();
  }

  /** Returns the providers of the listeners. */
  public List<ExecuteListenerProvider> providers() {
    return providers;
  }

  /** Returns the events of a new statement, or null without listeners. */
  public @Nullable StatementEvents begin(Connection connection, ExecuteType type, String sql) {
    return providers.isEmpty()
        ? null
        : new StatementEvents(
            new RepositoryExecuteContext(configuration.get(), guard.apply(connection), type, sql),
            providers.stream().map(ExecuteListenerProvider::provide).toList(),
            failures);
  }
}
