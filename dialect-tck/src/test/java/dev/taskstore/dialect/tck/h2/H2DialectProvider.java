package dev.taskstore.dialect.tck.h2;

import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.DialectProvider;

/** H2, to prove that a dialect can be written outside of this library. */
public final class H2DialectProvider implements DialectProvider {

  @Override
  public String name() {
    return "h2";
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith("jdbc:h2:");
  }

  @Override
  public Dialect create() {
    return new H2Dialect();
  }
}
