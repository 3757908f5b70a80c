package dev.taskstore.db.internal;

import dev.taskstore.db.internal.transaction.TransactionScope;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The connection of this thread's transaction, or one of the pool for writes. */
record SharedDataSource(OpenDatabase database) implements DataSource {

  private DataSource pool() {
    return database.pools().writer();
  }

  @Override
  public Connection getConnection() throws SQLException {
    TransactionScope scope = database.transactions().current();
    return scope == null ? database.connections().writer() : database.shared(scope);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException(
        "The connections have the credentials that the database was opened with.");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return pool().getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    pool().setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    pool().setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return pool().getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return pool().getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    return type.isInstance(pool()) ? type.cast(pool()) : pool().unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || type.isInstance(pool()) || pool().isWrapperFor(type);
  }
}
