package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.DialectProvider;

/**
 * PostgreSQL 15 or newer through {@code org.postgresql:postgresql}, for URLs that begin with {@code
 * jdbc:postgresql:}. Stateless and thread-safe.
 *
 * <p>A server on another host than loopback is verified: if neither the URL nor a driver property
 * sets {@code sslmode} or {@code ssl}, the dialect sets {@code sslmode=verify-full}. The file in
 * {@code sslrootcert} must then contain the certificate of an authority that has signed that of the
 * server. A weaker setting is used, and logs a warning when the database is opened. The settings of
 * an application's data source are not checked.
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
