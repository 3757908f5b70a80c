package dev.taskstore.db.internal.jooq;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls of statements, result sets and metadata of a {@link GuardedConnection}. SQL texts are
 * checked before they run, a failure makes the transaction rollback-only, and the connection that
 * these objects return is the guarded one.
 */
final class GuardedCalls implements InvocationHandler {

  /** The names of methods that run statements begin with this. */
  private static final String EXECUTE = "execute";

  private static final Set<String> TAKES_SQL =
      Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "addBatch");

  /** Allowed at any time, so that try-with-resources does not hide another exception. */
  private static final Set<String> UNCHECKED =
      Set.of("close", "isClosed", "cancel", "equals", "hashCode", "toString");

  private final GuardedConnection connection;
  private final Wrapper target;
  private final @Nullable Object parent;

  private GuardedCalls(GuardedConnection connection, Wrapper target, @Nullable Object parent) {
    this.connection = connection;
    this.target = target;
    this.parent = parent;
  }

  /** Returns a guarded object for an object of the driver. */
  static <T extends Wrapper> T on(GuardedConnection connection, Class<T> type, T target) {
    return proxy(type, new GuardedCalls(connection, target, null));
  }

  private static <T> T proxy(Class<T> type, GuardedCalls calls) {
    return type.cast(
        Proxy.newProxyInstance(GuardedCalls.class.getClassLoader(), new Class<?>[] {type}, calls));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    String name = method.getName();
    if (!UNCHECKED.contains(name)) {
      check(name, arguments);
    }
    if (method.getReturnType() == Connection.class) {
      return connection;
    }
    if (name.equals("getStatement") && parent != null) {
      return parent;
    }
    if (name.equals("unwrap") && arguments != null && isInstance(arguments[0], proxy)) {
      return proxy;
    }
    return guarded(method.getReturnType(), call(method, arguments), proxy);
  }

  /** Decides by the declared type: objects of drivers may implement several types. */
  private @Nullable Object guarded(Class<?> declared, @Nullable Object result, Object proxy) {
    if (declared == ResultSet.class && result instanceof ResultSet rows) {
      return proxy(ResultSet.class, new GuardedCalls(connection, rows, parentOfRows(proxy)));
    }
    return declared == Statement.class && result instanceof Statement statement
        ? on(connection, Statement.class, statement)
        : result;
  }

  private static boolean isInstance(Object type, Object proxy) {
    return type instanceof Class<?> wanted && wanted.isInstance(proxy);
  }

  private static @Nullable Object parentOfRows(Object proxy) {
    return proxy instanceof Statement ? proxy : null;
  }

  private void check(String name, Object @Nullable [] arguments) {
    if (TAKES_SQL.contains(name)
        && arguments != null
        && arguments.length > 0
        && arguments[0] instanceof String sql) {
      connection.check(sql);
    } else if (runs(name)) {
      connection.ensureMayRun();
    } else {
      connection.ensureUsable();
    }
  }

  /** Returns whether a method runs a statement or fetches rows. */
  private boolean runs(String name) {
    return name.startsWith(EXECUTE) || (target instanceof ResultSet && name.equals("next"));
  }

  private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof SQLException failure && runs(method.getName())) {
        connection.failed(failure);
      }
      throw cause;
    }
  }
}
