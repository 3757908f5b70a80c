package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.DialectProvider;

/**
 * SQLite through {@code org.xerial:sqlite-jdbc}, for URLs that begin with {@code jdbc:sqlite:}.
 * Stateless and thread-safe.
 */
public final class SqliteDialectProvider implements DialectProvider {

  /** Creates the provider. Called by {@link java.util.ServiceLoader}. */
  public SqliteDialectProvider() {}

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith(SqliteLocation.PREFIX);
  }

  @Override
  public Dialect create() {
    return new SqliteDialect();
  }
}
