package dev.taskstore.dialect.postgres;

import static dev.taskstore.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.RetryPolicy;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.TransientFailureException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Plans of the server that no longer match the schema, and the state of the driver's session. */
class PostgresPreparedPlanTest extends PostgresStoreFixture {

  /** The driver keeps a plan on the server from the fifth execution on. */
  private static final int OFTEN = 8;

  @BeforeEach
  void insertUser() {
    store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()));
  }

  private void alterTypeOfUsernames(int length) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("alter table users alter column username type varchar(" + length + ")");
    }
  }

  private List<Runnable> calls() {
    return List.of(
        () -> store.transaction(tx -> assertThat(tx.users().findByUsername("ada")).isPresent()),
        () -> assertThat(store.users().findByUsername("ada")).isPresent(),
        () ->
            store.transaction(
                tx ->
                    tx.transaction(
                        inner -> assertThat(inner.dsl().selectFrom(USERS).fetch()).hasSize(1))),
        () -> assertThat(store.dsl().selectFrom(USERS).fetch()).hasSize(1),
        () -> store.users().update(store.users().findByUsername("ada").orElseThrow()),
        () -> {
          try (Stream<User> stream = store.users().stream()) {
            assertThat(stream.count()).isEqualTo(1);
          }
        });
  }

  @Test
  void callsGoOnWorkingAfterTheTypeOfAColumnHasChanged() throws SQLException {
    for (int round = 1; round <= 3; round++) {
      for (Runnable call : calls()) {
        for (int i = 0; i < OFTEN; i++) {
          call.run();
        }
      }
      alterTypeOfUsernames(200 + round);
      calls().forEach(Runnable::run);
    }
  }

  @Test
  void eachCallMayBeTheFirstAfterTheChange() throws SQLException {
    int length = 400;
    for (Runnable call : calls()) {
      for (int i = 0; i < OFTEN; i++) {
        call.run();
      }
      alterTypeOfUsernames(++length);
      call.run();
    }
  }

  @Test
  void anUnsupportedFeatureInANestedTransactionDoesNotEndTheOuterOne() {
    store.transaction(
        tx -> {
          tx.users().insert(NewUser.of("bob", "bob@x", PasswordHash.locked()));
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          inner -> {
                            inner.dsl().fetch("select count(*) from users group by id for update");
                          }))
              .isInstanceOf(DatabaseException.class)
              .hasMessageContaining("FOR UPDATE is not allowed with GROUP BY clause");
        });

    assertThat(store.users().findByUsername("bob")).isPresent();
  }

  @Test
  void withoutRetriesOneTransactionFailsAndTheNextHasANewPlan() throws SQLException {
    try (TaskStore once = builder().retryPolicy(RetryPolicy.none()).maximumPoolSize(2).open()) {
      Runnable call =
          () -> once.transaction(tx -> assertThat(tx.users().findByUsername("ada")).isPresent());
      for (int i = 0; i < OFTEN; i++) {
        call.run();
      }
      alterTypeOfUsernames(300);

      assertThatThrownBy(call::run).isInstanceOf(TransientFailureException.class);
      call.run();
    }
  }

  @Test
  void otherUnsupportedFeaturesAreNotRetried() {
    assertThatThrownBy(() -> store.dsl().fetch("select * from users for update limit 1 for share"))
        .isInstanceOf(DatabaseException.class);
    assertThatThrownBy(() -> store.dsl().fetch("select count(*) from users group by id for update"))
        .isInstanceOf(DatabaseException.class)
        .isNotInstanceOf(TransientFailureException.class)
        .hasMessageContaining("FOR UPDATE is not allowed with GROUP BY clause");
  }

  @Test
  void aTransactionThatSqlHasLeftOpenOnTheDriversConnectionIsRolledBack() {
    assertThatThrownBy(
            () ->
                store
                    .dsl()
                    .connection(
                        connection -> {
                          Connection driver = (Connection) connection.unwrap(PGConnection.class);
                          try (Statement statement = driver.createStatement()) {
                            statement.execute("begin");
                            statement.execute("delete from users");
                          }
                        }))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("rolled back");
    assertThat(store.users().count()).isEqualTo(1);
  }

  @Test
  void aTransactionThatIsEndedOnTheDriversConnectionIsNotReportedAsCommitted() {
    assertThatThrownBy(
            () ->
                store.transaction(
                    tx -> {
                      tx.users().insert(NewUser.of("bob", "bob@x", PasswordHash.locked()));
                      assertThatThrownBy(
                              () ->
                                  tx.dsl()
                                      .connection(
                                          connection -> {
                                            try (Statement statement =
                                                ((Connection) connection.unwrap(PGConnection.class))
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
