package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.tck.DialectTck;
import dev.taskstore.tck.TckDatabase;
import java.sql.SQLException;

class PostgresTckTest extends DialectTck {

  @Override
  protected DialectProvider provider() {
    return new PostgresDialectProvider();
  }

  @Override
  protected TckDatabase newDatabase() throws SQLException {
    return PostgresServer.shared().newDatabase("");
  }

  @Override
  protected TckDatabase copyOf(TckDatabase migrated) throws SQLException {
    return PostgresServer.shared().copyOf(migrated);
  }
}
