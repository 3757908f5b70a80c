package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.dialect.tck.MigrationTck;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.util.Optional;

class PostgresMigrationTckTest extends MigrationTck {

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

  @Override
  protected Optional<TckDatabase> readOnly(TckDatabase target) {
    return Optional.of(PostgresServer.readOnly(target));
  }
}
