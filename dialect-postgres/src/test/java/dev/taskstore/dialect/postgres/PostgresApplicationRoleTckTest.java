package dev.taskstore.dialect.postgres;

import dev.taskstore.TaskStore;
import dev.taskstore.core.tck.TaskStoreTck;
import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.schema.DefaultSchema;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of users, tasks and tags for a role that has only the documented privileges. */
@Tag("long")
@ExtendWith(ContractsWithoutDdl.class)
class PostgresApplicationRoleTckTest extends TaskStoreTck {

  private TckDatabase original;

  @Override
  protected DialectProvider provider() {
    return new PostgresDialectProvider();
  }

  /** Returns a database that its owner has migrated, as the application connects to it. */
  @Override
  protected synchronized TckDatabase newDatabase() throws SQLException {
    if (original == null) {
      original = PostgresRoleServer.newDatabase();
      PostgresRoleServer.migrate(
          original,
          DefaultSchema.DEFAULT_SCHEMA,
          owned ->
              TaskStore.builder()
                  .url(owned.url())
                  .credentials(owned.user(), owned.password())
                  .open()
                  .close());
    }
    TckDatabase copy = PostgresRoleServer.copyOf(original);
    return new TckDatabase(copy.url(), PostgresRoleServer.APPLICATION, "", copy::close);
  }

  @AfterAll
  final void dropOriginal() {
    if (original != null) {
      original.close();
    }
  }
}
