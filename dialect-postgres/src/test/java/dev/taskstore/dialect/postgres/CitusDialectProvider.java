package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.DialectProvider;

/** The dialect that PostgreSQL's becomes on a server with Citus. */
final class CitusDialectProvider implements DialectProvider {

  @Override
  public String name() {
    return new PostgresDialectProvider().name();
  }

  @Override
  public boolean accepts(String url) {
    return new PostgresDialectProvider().accepts(url);
  }

  @Override
  public Dialect create() {
    return new CitusDialect();
  }
}
