package dev.taskstore.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.spi.RebuildableStructure;
import dev.taskstore.db.spi.TransactionControl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only SQLite can or cannot do for copies. */
class SqliteTransferSupportTest {

  @TempDir Path folder;

  @Test
  void foreignKeysAreCheckedAtTheEndOfTheTransaction() {
    try (TaskStore store = TaskStore.open("jdbc:sqlite:" + folder.resolve("tasks.db"))) {
      UUID user = UUID.randomUUID();
      store.transaction(
          tx -> {
            tx.dsl().connection(SqliteTransferSupport.INSTANCE::deferForeignKeys);
            tx.tasks().insert(NewTask.of(user, "title"));
            tx.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()).id(user));
          });
      assertThat(store.tasks().count()).isEqualTo(1);

      assertThatThrownBy(
              () ->
                  store.transaction(
                      tx -> {
                        tx.dsl().connection(SqliteTransferSupport.INSTANCE::deferForeignKeys);
                        tx.tasks().insert(NewTask.of(UUID.randomUUID(), "title"));
                      }))
          .isInstanceOf(ForeignKeyViolationException.class);
      assertThatThrownBy(() -> store.tasks().insert(NewTask.of(UUID.randomUUID(), "title")))
          .isInstanceOf(ForeignKeyViolationException.class);
    }
  }

  /** Without the index, writes of the referencing table fail with "foreign key mismatch". */
  @Test
  void aUniqueIndexThatAForeignKeyReferencesRemains() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:sqlite:" + folder.resolve("tasks.db") + "?foreign_keys=on")) {
      for (String sql :
          List.of(
              "CREATE TABLE Parents (id INTEGER PRIMARY KEY, Code TEXT, name TEXT)",
              "CREATE UNIQUE INDEX ux_first ON Parents (name)",
              "CREATE UNIQUE INDEX ux_code ON Parents (Code)",
              "CREATE INDEX ix_plain ON Parents (name, Code)",
              "CREATE UNIQUE INDEX \"ux \"\"quoted\" ON Parents (id, name) WHERE name > ';'",
              "CREATE TABLE children (code TEXT REFERENCES parents (code), name TEXT UNIQUE)",
              "CREATE UNIQUE INDEX ux_children ON children (code)")) {
        TransactionControl.execute(connection, sql);
      }

      List<RebuildableStructure> structures =
          SqliteTransferSupport.INSTANCE.rebuildable(connection, List.of("parents", "children"));

      assertThat(structures)
          .extracting(RebuildableStructure::name)
          .containsExactly("ix_plain", "ux_children");
      TransactionControl.execute(connection, "DROP TABLE children");
      List<RebuildableStructure> others =
          SqliteTransferSupport.INSTANCE.rebuildable(connection, List.of("parents"));
      assertThat(others)
          .extracting(RebuildableStructure::name)
          .containsExactly("ux_first", "ux_code", "ix_plain", "ux \"quoted");
      for (RebuildableStructure structure : others) {
        TransactionControl.execute(connection, structure.dropSql());
        TransactionControl.execute(connection, structure.createSql());
      }
    }
  }
}
