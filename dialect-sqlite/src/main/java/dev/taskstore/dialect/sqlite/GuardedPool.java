package dev.taskstore.dialect.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** A pool that returns no connections after the database file was removed or replaced. */
final class GuardedPool extends HikariDataSource {

  private final FileGuard guard;

  GuardedPool(HikariConfig configuration, FileGuard guard) {
    super(configuration);
    this.guard = guard;
  }

  @Override
  public Connection getConnection() throws SQLException {
    guard.check();
    return super.getConnection();
  }
}
