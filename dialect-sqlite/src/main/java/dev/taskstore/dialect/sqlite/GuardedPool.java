package dev.taskstore.dialect.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** A pool that hands out no connection to a file which is not where it was. */
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
