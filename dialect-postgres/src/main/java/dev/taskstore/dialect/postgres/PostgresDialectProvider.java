package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.DialectProvider;

/**
 * PostgreSQL 15 or newer through {@code org.postgresql:postgresql}, for URLs that begin with {@code
 * jdbc:postgresql:}. Stateless and thread-safe.
 */
public final class PostgresDialectProvider implements DialectProvider {

  /** Creates the provider. Called by {@link java.util.ServiceLoader}. */
  public PostgresDialectProvider() {}

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith("jdbc:postgresql:");
  }

  @Override
  public Dialect create() {
    return new PostgresDialect();
  }
}
