package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.dialect.tck.MigrationTck;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** The contract of migrations with distributed tables, on a given server. */
@Tag("citus")
class CitusMigrationTckTest extends MigrationTck {

  @Override
  protected DialectProvider provider() {
    return new CitusDialectProvider();
  }

  @Override
  protected TckDatabase newDatabase() throws SQLException {
    return CitusServer.given().newDatabase();
  }

  @Override
  protected Optional<TckDatabase> readOnly(TckDatabase target) {
    return Optional.of(PostgresServer.readOnly(target));
  }

  @Override
  protected List<String> contexts() {
    return List.of("citus");
  }
}
