package dev.taskstore.transfer;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections that lose their database at one statement: before it runs, or after it has run and
 * before its result arrives. All later statements fail too.
 */
final class FailingDataSource implements DataSource {

  private final TestDatabase database;
  private final AtomicInteger remaining;
  private final boolean runsFirst;

  /**
   * Creates the data source.
   *
   * @param steps the number of statements that succeed
   * @param runsFirst whether the statement that fails runs
   */
  FailingDataSource(TestDatabase database, int steps, boolean runsFirst) {
    this.database = database;
    this.remaining = new AtomicInteger(steps);
    this.runsFirst = runsFirst;
  }

  boolean hasFailed() {
    return remaining.get() < 0;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (hasFailed()) {
      throw lost();
    }
    return proxy(Connection.class, database.connect());
  }

  private static SQLException lost() {
    return new SQLException("The test has cut the connection", "08006");
  }

  private <T> T proxy(Class<T> type, T target) {
    InvocationHandler calls =
        (proxy, method, arguments) -> {
          boolean counts =
              method.getName().startsWith("execute") || method.getName().equals("commit");
          int before = counts ? remaining.getAndDecrement() : 1;
          if (before < 0 || (before == 0 && !runsFirst)) {
            throw lost();
          }
          Object result = call(method, target, arguments);
          if (before == 0) {
            throw lost();
          }
          return wrap(method, result);
        };
    return type.cast(
        Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, calls));
  }

  private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Object wrap(Method method, Object result) {
    if (result == null || method.getName().equals("unwrap")) {
      return result;
    } else if (method.getReturnType() == PreparedStatement.class) {
      return proxy(PreparedStatement.class, (PreparedStatement) result);
    } else if (method.getReturnType() == CallableStatement.class) {
      return proxy(CallableStatement.class, (CallableStatement) result);
    } else if (method.getReturnType() == Statement.class) {
      return proxy(Statement.class, (Statement) result);
    }
    return result;
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("Wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
