package dev.taskstore.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.schema.Tables;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;
import org.sqlite.jdbc4.JDBC4Connection;

/** What only SQLite has: databases in memory, pragmas, and files beside the file. */
class SqliteDatabaseTest {

  private static final NewUser ADA = NewUser.of("ada", "ada@example.com", PasswordHash.locked());

  @TempDir private Path folder;

  @Test
  void aDatabaseInMemoryLivesAsLongAsItsStore() {
    for (int i = 0; i < 2; i++) {
      try (TaskStore store = TaskStore.open("jdbc:sqlite::memory:")) {
        assertThat(store.users().count()).isZero();
        store.transaction(tx -> tx.users().insert(ADA));
        assertThat(store.users().count()).isEqualTo(1);
      }
    }
  }

  @Test
  void aReadOnlyTransactionOnASharedConnectionWritesNothingAndLeavesItWritable() {
    try (TaskStore store = TaskStore.open("jdbc:sqlite::memory:")) {
      store.users().insert(ADA);
      assertThatThrownBy(
              () ->
                  store.transaction(
                      TransactionOptions.defaults().readOnly(),
                      tx -> tx.dsl().deleteFrom(Tables.USERS).execute()))
          .isInstanceOf(ReadOnlyTransactionException.class);
      assertThat(store.users().count()).isEqualTo(1);
      User ada = store.users().findByUsername("ada").orElseThrow();
      assertThat(store.users().deleteById(ada.id())).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"journal_mode, wal", "synchronous, 1", "foreign_keys, 1", "busy_timeout, 10000"})
  void connectionsHaveThePragmasThatTheDialectPromises(String pragma, String value) {
    try (TaskStore store = TaskStore.open("jdbc:sqlite:" + folder.resolve("tasks.db"))) {
      assertThat(store.dsl().fetchOne("PRAGMA " + pragma).get(0, String.class)).isEqualTo(value);
    }
  }

  @Test
  void aDataSourceThatDoesNotEnforceForeignKeysIsRefused() {
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl("jdbc:sqlite:" + folder.resolve("tasks.db"));
    assertThatThrownBy(() -> TaskStore.builder().dataSource(dataSource).open())
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("foreign_keys=on");
  }

  @Test
  void aDriverPropertyWinsOverTheDialectsOwn() {
    try (TaskStore store =
        TaskStore.builder()
            .url("jdbc:sqlite:" + folder.resolve("tasks.db"))
            .driverProperty("synchronous", "FULL")
            .open()) {
      assertThat(store.dsl().fetchOne("PRAGMA synchronous").get(0, int.class)).isEqualTo(2);
    }
  }

  /** Functions and virtual tables quote the values that they receive. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select json_extract('{}', 's3cr3t')",
        "select * from texts where texts match '\"s3cr3t'",
        "select * from texts where texts match '(s3cr3t'",
        "select json('s3cr3t')",
        "select abs(-9223372036854775808), 's3cr3t'",
      })
  void errorsOfFunctionsHoldNoValues(String statement) {
    try (TaskStore store = TaskStore.open("jdbc:sqlite:" + folder.resolve("tasks.db"))) {
      store.dsl().execute("create virtual table texts using fts5(words)");

      assertThatThrownBy(() -> store.dsl().fetch(statement))
          .isExactlyInstanceOf(DatabaseException.class)
          .hasMessageNotContaining("s3cr3t")
          .rootCause()
          .hasMessageNotContaining("s3cr3t");
    }
  }

  @Test
  void aTransactionThatSqlHasLeftOpenOnTheDriversConnectionIsRolledBack() {
    String url = "jdbc:sqlite:" + folder.resolve("tasks.db");
    try (TaskStore store = TaskStore.open(url)) {
      for (String begin : List.of("begin", "begin immediate", "savepoint a")) {
        assertThatThrownBy(
                () ->
                    store
                        .dsl()
                        .connection(
                            connection -> {
                              try (Statement statement =
                                  connection.unwrap(JDBC4Connection.class).createStatement()) {
                                statement.execute(begin);
                                statement.execute("delete from users");
                              }
                            }))
            .isInstanceOf(DatabaseException.class)
            .hasMessageContaining("rolled back");
      }
      store.users().insert(ADA);
    }
    try (TaskStore store = TaskStore.open(url)) {
      assertThat(store.users().count()).isEqualTo(1);
    }
  }

  @Test
  void errorsInTheTextOfAStatementAreShown() {
    try (TaskStore store = TaskStore.open("jdbc:sqlite:" + folder.resolve("tasks.db"))) {
      assertThatThrownBy(() -> store.dsl().execute("selekt 1"))
          .hasMessageContaining("near \"selekt\": syntax error");
      assertThatThrownBy(() -> store.dsl().execute("create table users (id text)"))
          .hasMessageContaining("table users already exists");
    }
  }

  @Test
  void aTransactionThatIsEndedOnTheDriversConnectionIsNotReportedAsCommitted() {
    try (TaskStore store = TaskStore.open("jdbc:sqlite:" + folder.resolve("tasks.db"))) {
      assertThatThrownBy(
              () ->
                  store.transaction(
                      tx -> {
                        tx.users().insert(ADA);
                        assertThatThrownBy(
                                () ->
                                    tx.dsl()
                                        .connection(
                                            connection -> {
                                              try (Statement statement =
                                                  connection
                                                      .unwrap(JDBC4Connection.class)
                                                      .createStatement()) {
                                                statement.execute("commit");
                                              }
                                            }))
                            .isInstanceOf(DatabaseException.class)
                            .hasMessageContaining("driver's connection");
                      }))
          .isInstanceOf(RollbackOnlyException.class);
    }
  }
}
