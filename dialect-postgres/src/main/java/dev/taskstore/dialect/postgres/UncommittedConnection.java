package dev.taskstore.dialect.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A connection that never ends its transaction. Statements that the server does not run in a
 * transaction are changed so that it does, or skipped.
 */
final class UncommittedConnection {

  private static final Set<String> SWALLOWED =
      Set.of("commit", "setAutoCommit", "close", "abort", "setReadOnly", "setTransactionIsolation");

  private static final String GAP = "(?:\\s|--[^\\n]*(?:\\n|$)|/\\*.*?\\*/)";

  private static final Pattern CONCURRENTLY =
      Pattern.compile(
          "^("
              + GAP
              + "*(?:CREATE"
              + GAP
              + "+(?:UNIQUE"
              + GAP
              + "+)?INDEX|DROP"
              + GAP
              + "+INDEX|REFRESH"
              + GAP
              + "+MATERIALIZED"
              + GAP
              + "+VIEW|REINDEX\\b[^;']*?\\b(?:INDEX|TABLE|SCHEMA))"
              + GAP
              + "+)CONCURRENTLY\\b\\s?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Statements that do not change the schema. */
  private static final Pattern MAINTENANCE =
      Pattern.compile(
          "^" + GAP + "*(?:VACUUM|CHECKPOINT|ALTER" + GAP + "+SYSTEM)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private UncommittedConnection() {}

  static Connection of(Connection real) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          boolean rollsAllBack = method.getName().equals("rollback") && arguments == null;
          if (rollsAllBack || SWALLOWED.contains(method.getName())) {
            return null;
          }
          Object result = call(real, method, inTransaction(arguments));
          boolean isPlainStatement = method.getReturnType() == Statement.class;
          return isPlainStatement && result instanceof Statement plain ? statement(plain) : result;
        });
  }

  private static Statement statement(Statement real) {
    return proxy(
        Statement.class,
        (proxy, method, arguments) -> call(real, method, inTransaction(arguments)));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            UncommittedConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** SQL is always the first argument; other texts as first argument match neither pattern. */
  private static Object @Nullable [] inTransaction(Object @Nullable [] arguments) {
    if (arguments == null || arguments.length == 0 || !(arguments[0] instanceof String sql)) {
      return arguments;
    }
    Object[] changed = arguments.clone();
    changed[0] = inTransaction(sql);
    return changed;
  }

  static String inTransaction(String sql) {
    return MAINTENANCE.matcher(sql).find() ? "" : CONCURRENTLY.matcher(sql).replaceFirst("$1");
  }
}
