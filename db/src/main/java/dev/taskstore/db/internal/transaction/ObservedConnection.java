package dev.taskstore.db.internal.transaction;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A connection that reports its first close. Used by one thread at a time. */
final class ObservedConnection implements InvocationHandler {

  private final Connection connection;
  private final DatabaseListener listener;
  private final long acquiredAt = System.nanoTime();
  private boolean released;

  private ObservedConnection(Connection connection, DatabaseListener listener) {
    this.connection = connection;
    this.listener = listener;
  }

  static Connection of(Connection connection, DatabaseListener listener) {
    return (Connection)
        Proxy.newProxyInstance(
            ObservedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new ObservedConnection(connection, listener));
  }

  /** Returns the connection that is observed, or the same connection if it is not. */
  static Connection observedBy(Connection connection) {
    return Proxy.isProxyClass(connection.getClass())
            && Proxy.getInvocationHandler(connection) instanceof ObservedConnection observed
        ? observed.connection
        : connection;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    } finally {
      if (!released && method.getName().equals("close")) {
        released = true;
        listener.connectionReleased(System.nanoTime() - acquiredAt);
      }
    }
  }
}
