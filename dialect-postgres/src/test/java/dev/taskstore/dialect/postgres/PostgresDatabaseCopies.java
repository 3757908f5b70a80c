package dev.taskstore.dialect.postgres;

import dev.taskstore.TaskStore;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Gives each test a copy of a database that the owner migrated once for all tests of the class. */
abstract class PostgresDatabaseCopies {

  /** The classes of a JVM run one after the other. */
  private static TckDatabase original;

  /** The copy of the current test. */
  TckDatabase database;

  /** Creates the database to copy. A class calls this before all of its tests. */
  static void migrate(Consumer<TaskStore> asOwner) throws SQLException {
    original = PostgresStores.migrated(asOwner);
  }

  @AfterAll
  static void dropOriginal() {
    original.close();
  }

  @BeforeEach
  void copy() throws SQLException {
    database = PostgresRoleServer.copyOf(original);
  }

  @AfterEach
  void drop() {
    database.close();
  }
}
