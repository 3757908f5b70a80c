package dev.taskstore.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections that all break right after a commit, which is what the database sees of a process
 * that dies at that moment.
 */
final class MigratorCut {

  private final MigratorTarget target;
  private final int lastCommit;
  private final List<Connection> open = new ArrayList<>();
  private int commits;
  private boolean cut;

  /**
   * Creates the connections.
   *
   * @param lastCommit the number of commits before all connections break
   */
  MigratorCut(MigratorTarget target, int lastCommit) {
    this.target = target;
    this.lastCommit = lastCommit;
  }

  /** Returns the number of commits. */
  int commits() {
    return commits;
  }

  /** Returns whether the last commit was reached. */
  boolean isCut() {
    return cut;
  }

  /** Returns a data source of such connections. */
  DataSource dataSource() {
    return proxy(DataSource.class, (proxy, method, arguments) -> connect());
  }

  private Connection connect() throws SQLException {
    if (cut) {
      throw broken();
    }
    Connection real = target.connect();
    try (Statement statement = real.createStatement()) {
      if (target.database().url().startsWith("jdbc:sqlite:")) {
        statement.execute("PRAGMA foreign_keys = on");
      }
    }
    open.add(real);
    return proxy(Connection.class, (proxy, method, arguments) -> call(real, method, arguments));
  }

  private Object call(Connection real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    String name = method.getName();
    boolean wasCut = cut;
    if (wasCut && List.of("close", "abort").contains(name)) {
      return null;
    }
    boolean commits =
        name.equals("commit")
            || (arguments != null
                && name.equals("setAutoCommit")
                && Boolean.TRUE.equals(arguments[0])
                && !real.getAutoCommit());
    Object result = callThenMaybeCut(real, method, arguments, commits);
    return result instanceof Statement statement
        ? proxy(method.getReturnType().asSubclass(Statement.class), statement(real, statement))
        : result;
  }

  private InvocationHandler statement(Connection connection, Statement real) {
    return (proxy, method, arguments) -> {
      if (cut && method.getName().equals("close")) {
        return null;
      }
      boolean commits =
          List.of("execute", "executeUpdate").contains(method.getName())
              && connection.getAutoCommit();
      return callThenMaybeCut(real, method, arguments, commits);
    };
  }

  private Object callThenMaybeCut(
      Object real, Method method, Object @Nullable [] arguments, boolean mayCommit)
      throws Throwable {
    if (cut) {
      throw broken();
    }
    Object result;
    try {
      result = method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (mayCommit && ++commits == lastCommit) {
      cut = true;
      for (Connection connection : open) {
        connection.abort(Runnable::run);
        connection.close();
      }
      throw broken();
    }
    return result;
  }

  private static SQLException broken() {
    return new SQLException("The connection broke", "08006");
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(MigratorCut.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
