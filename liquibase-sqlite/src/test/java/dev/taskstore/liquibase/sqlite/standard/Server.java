package dev.taskstore.liquibase.sqlite.standard;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL server that all tests of this process share. Each call opens a new database. */
final class Server {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static final class Shared {
    static final EmbeddedPostgres SERVER = start();
  }

  private Server() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("timezone", "UTC").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Connection open() throws SQLException {
    String name = "standard" + DATABASES.incrementAndGet();
    try (Connection connection = Shared.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return DriverManager.getConnection(Shared.SERVER.getJdbcUrl("postgres", name));
  }
}
