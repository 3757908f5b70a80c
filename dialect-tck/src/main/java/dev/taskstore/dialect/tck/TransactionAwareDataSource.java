package dev.taskstore.dialect.tck;

import dev.taskstore.db.ApplicationTransactions;
import dev.taskstore.db.TransactionOutcome;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source such as those of frameworks: during a transaction, its thread gets the connection
 * of the transaction, which closes only when the transaction ends.
 */
final class TransactionAwareDataSource implements DataSource, ApplicationTransactions {

  private final DataSource target;
  private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();
  private final ThreadLocal<List<Consumer<? super TransactionOutcome>>> callbacks =
      ThreadLocal.withInitial(ArrayList::new);

  TransactionAwareDataSource(DataSource target) {
    this.target = target;
  }

  void begin() {
    run(
        () -> {
          Connection connection = target.getConnection();
          connection.setAutoCommit(false);
          current.set(connection);
        });
  }

  void commit() {
    run(
        () -> {
          try (Connection connection = end()) {
            connection.commit();
          }
        });
    complete(TransactionOutcome.COMMITTED);
  }

  void rollback() {
    run(
        () -> {
          try (Connection connection = end()) {
            connection.rollback();
          }
        });
    complete(TransactionOutcome.ROLLED_BACK);
  }

  @Override
  public void afterCompletion(Consumer<? super TransactionOutcome> callback) {
    Objects.requireNonNull(current.get(), "no transaction");
    callbacks.get().add(callback);
  }

  private void complete(TransactionOutcome outcome) {
    List<Consumer<? super TransactionOutcome>> registered = callbacks.get();
    callbacks.remove();
    registered.forEach(callback -> callback.accept(outcome));
  }

  private Connection end() {
    Connection connection = Objects.requireNonNull(current.get(), "no transaction");
    current.remove();
    return connection;
  }

  @FunctionalInterface
  private interface SqlWork {
    void run() throws SQLException;
  }

  private static void run(SqlWork work) {
    try {
      work.run();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = current.get();
    return connection == null ? target.getConnection() : unclosable(connection);
  }

  private static Connection unclosable(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            TransactionAwareDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return target.getConnection(user, password);
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    // Nothing is logged.
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    target.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return target.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(TransactionAwareDataSource.class.getName());
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return target.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return target.isWrapperFor(type);
  }
}
