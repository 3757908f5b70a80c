package dev.taskstore.dialect.postgres;

import dev.taskstore.TaskStore;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Gives each test a store in an empty database of the shared server. */
abstract class PostgresStoreFixture {

  TckDatabase database;
  TaskStore store;

  @BeforeEach
  final void openStore() throws SQLException {
    database = PostgresServer.shared().newDatabase("");
    store = builder().open();
  }

  @AfterEach
  final void closeStore() {
    store.close();
    database.close();
  }

  /** Returns a builder for the database. */
  final TaskStore.Builder builder() {
    return TaskStore.builder()
        .url(database.url())
        .credentials(database.user(), database.password());
  }
}
