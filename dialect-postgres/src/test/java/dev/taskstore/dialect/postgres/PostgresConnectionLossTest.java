package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.TaskTransaction;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.ConnectionLostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server that ends a connection while it is in use. */
class PostgresConnectionLossTest extends PostgresStoreFixture {

  private static final NewUser ADA = NewUser.of("ada", "ada@example.com", PasswordHash.locked());

  private void terminate(TaskTransaction transaction) throws SQLException {
    int process = transaction.dsl().fetchOne("select pg_backend_pid()").get(0, int.class);
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        PreparedStatement statement =
            connection.prepareStatement("select pg_terminate_backend(?, 10000)")) {
      statement.setInt(1, process);
      statement.execute();
    }
  }

  @Test
  void aCommitOnAConnectionThatHasEndedHasAnUnknownOutcomeAndTheStoreGoesOn() {
    assertThatThrownBy(
            () ->
                store.transaction(
                    tx -> {
                      tx.users().insert(ADA);
                      terminate(tx);
                    }))
        .isInstanceOf(CommitOutcomeUnknownException.class);

    assertThat(store.users().count()).isZero();
    store.users().insert(ADA);
    assertThat(store.users().count()).isEqualTo(1);
  }

  @Test
  void aStatementOnAConnectionThatHasEndedFailsTheTransaction() {
    assertThatThrownBy(
            () ->
                store.transaction(
                    tx -> {
                      terminate(tx);
                      tx.users().insert(ADA);
                    }))
        .isInstanceOf(ConnectionLostException.class);

    assertThat(store.users().count()).isZero();
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUpSomeSecondsAfterTheTimeForAStatement() {
    assertThat(networkTimeout(TransactionOptions.defaults())).isEqualTo(Duration.ofSeconds(35));
    assertThat(networkTimeout(TransactionOptions.defaults().queryTimeout(Duration.ofMinutes(5))))
        .isEqualTo(Duration.ofSeconds(305));
    assertThat(networkTimeout(TransactionOptions.defaults().queryTimeout(Duration.ZERO))).isZero();
    assertThat(networkTimeout(TransactionOptions.defaults())).isEqualTo(Duration.ofSeconds(35));
  }

  private Duration networkTimeout(TransactionOptions options) {
    int millis =
        store.transactionResult(
            options, tx -> tx.dsl().connectionResult(Connection::getNetworkTimeout));
    return Duration.ofMillis(millis);
  }

  /**
   * The driver would go on with the connection, and take each answer for that of the next
   * statement.
   */
  @Test
  void aLoadWhoseAnswerComesTooLateGivesItsConnectionUp() throws Exception {
    try (TaskStore impatient =
            TaskStore.builder()
                .url(database.url())
                .credentials(database.user(), database.password())
                .driverProperty("socketTimeout", "1")
                .maximumPoolSize(2)
                .open();
        Connection other =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "insert into users (id, username, email, password_hash, created_at, updated_at, version)"
              + " values (gen_random_uuid(), 'ada', 'a@example.com', 'x', now(), now(), 0)");
      CompletableFuture<Void> end =
          CompletableFuture.runAsync(
              () -> rollback(other),
              CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS));

      assertThatThrownBy(() -> impatient.users().load(Stream.of(ADA)))
          .isInstanceOf(ConnectionLostException.class);

      end.join();
      for (int i = 0; i < 20; i++) {
        assertThat(impatient.users().count()).isZero();
        assertThat(impatient.users().findByUsername("ada")).isEmpty();
        assertThat(impatient.tags().count()).isZero();
      }
    }
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aConnectionThatEndsInANestedTransactionIsReportedAsLost() {
    assertThatThrownBy(
            () ->
                store.transaction(
                    tx -> {
                      assertThatThrownBy(
                              () ->
                                  tx.transaction(
                                      inner -> {
                                        terminate(inner);
                                        inner.users().count();
                                      }))
                          .isInstanceOf(ConnectionLostException.class);
                      assertThatThrownBy(() -> tx.users().count())
                          .isInstanceOf(ConnectionLostException.class);
                    }))
        .isInstanceOf(ConnectionLostException.class)
        .hasCauseInstanceOf(SQLException.class);
    store.users().insert(ADA);
    assertThat(store.users().count()).isEqualTo(1);
  }
}
