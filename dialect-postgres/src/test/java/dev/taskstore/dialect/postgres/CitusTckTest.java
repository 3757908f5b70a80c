package dev.taskstore.dialect.postgres;

import dev.taskstore.core.tck.TaskStoreTck;
import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** The contract with distributed tables. The profile {@code citus} runs it on a given server. */
@Tag("citus")
class CitusTckTest extends TaskStoreTck {

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

  /** Citus does not run recursive queries in those of distributed tables. */
  @Override
  protected String countTo(int number) {
    return "SELECT count(*) FROM generate_series(1, " + number + ")";
  }
}
