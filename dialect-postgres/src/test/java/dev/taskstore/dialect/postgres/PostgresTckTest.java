package dev.taskstore.dialect.postgres;

import dev.taskstore.core.tck.TaskStoreTck;
import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;

class PostgresTckTest extends TaskStoreTck {

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
