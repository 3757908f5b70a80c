package dev.taskstore.examples.console.plans;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A database that records each statement, with its execution plan for the bound values. Not
 * thread-safe.
 */
final class RecordingDatabase {

  private final String url;
  private final Engine engine;
  private final List<RecordedStatement> statements = new ArrayList<>();
  private boolean recording;

  /** A call that binds a value; it is repeated on the EXPLAIN statement. */
  private interface Binding {
    void on(PreparedStatement statement) throws Throwable;
  }

  RecordingDatabase(String url, Engine engine) {
    this.url = url;
    this.engine = engine;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          if (!method.getName().equals("getConnection")) {
            throw new UnsupportedOperationException(method.getName());
          }
          return connection(DriverManager.getConnection(url));
        });
  }

  /** Returns the statements that some work executes, in their order, without duplicates. */
  List<RecordedStatement> record(Runnable work) {
    statements.clear();
    recording = true;
    try {
      work.run();
    } finally {
      recording = false;
    }
    Map<String, RecordedStatement> once = new LinkedHashMap<>();
    statements.forEach(statement -> once.putIfAbsent(statement.sql(), statement));
    return List.copyOf(once.values());
  }

  private Connection connection(Connection target) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          Object result = invoke(method, target, arguments);
          return result instanceof PreparedStatement statement
              ? statement(target, (String) arguments[0], statement)
              : result;
        });
  }

  private PreparedStatement statement(Connection connection, String sql, PreparedStatement target) {
    Map<Object, Binding> bindings = new LinkedHashMap<>();
    return proxy(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          if (isBinding(method)) {
            bindings.put(arguments[0], statement -> invoke(method, statement, arguments));
          } else if (recording && method.getName().startsWith("execute")) {
            statements.add(new RecordedStatement(sql, plan(connection, sql, bindings)));
          }
          return invoke(method, target, arguments);
        });
  }

  private static boolean isBinding(Method method) {
    Class<?>[] parameters = method.getParameterTypes();
    return method.getName().startsWith("set")
        && parameters.length > 1
        && parameters[0] == int.class;
  }

  private List<String> plan(Connection connection, String sql, Map<Object, Binding> bindings)
      throws Throwable {
    try (PreparedStatement explain = connection.prepareStatement(engine.explain(sql))) {
      for (Binding binding : bindings.values()) {
        binding.on(explain);
      }
      try (ResultSet rows = explain.executeQuery()) {
        return engine.plan(rows);
      }
    } catch (SQLException e) {
      throw new AssertionError("No plan of " + sql, e);
    }
  }

  private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            RecordingDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
