package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.managed.ManagedTransaction;
import dev.taskstore.db.managed.ManagedTransactions;
import dev.taskstore.db.managed.SuspendedTransaction;
import dev.taskstore.db.spi.Capability;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transactions that a framework begins, ends and suspends. */
abstract class ManagedTransactionContract extends Contract {

  private static final TransactionOptions OPTIONS = TransactionOptions.defaults();

  ManagedTransactionContract(DialectFixture tck) {
    super(tck);
  }

  private ManagedTransactions managed() {
    return store().database().managedTransactions();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void callsOfTheThreadJoinTheTransaction() throws SQLException {
    ManagedTransaction transaction = managed().begin(OPTIONS, null);
    insertUser("ada");
    store().transaction(tx -> insertUser("bob"));
    try (Connection connection = managed().dataSource().getConnection()) {
      execute(connection, "UPDATE users SET version = 7");
    }
    execute(transaction.connection(), "UPDATE users SET version = version + 1");
    assertThat(store().users().findByUsername("ada").orElseThrow().version()).isEqualTo(8);
    transaction.rollback();
    transaction.rollback();

    assertThat(transaction.isActive()).isFalse();
    assertThat(store().users().count()).isZero();
    assertThatThrownBy(transaction::commit).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> transaction.connection().createStatement())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTransactionInATransactionIsASavepoint() {
    ManagedTransaction outer = managed().begin(OPTIONS, null);
    insertUser("ada");
    ManagedTransaction inner = managed().begin(OPTIONS, null);
    insertUser("bob");
    assertThatThrownBy(outer::commit).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(outer::rollback).isInstanceOf(IllegalStateException.class);
    inner.rollback();
    outer.commit();

    assertThat(store().users().findByUsername("ada")).isPresent();
    assertThat(store().users().count()).isEqualTo(1);
  }

  @Test
  void aFailedStatementMakesItRollbackOnly() {
    insertUser("ada");
    ManagedTransaction transaction = managed().begin(OPTIONS, null);
    insertUser("bob");
    assertThat(transaction.isRollbackOnly()).isFalse();
    assertThatThrownBy(() -> insertUser("ada")).isInstanceOf(UniqueViolationException.class);
    assertThat(transaction.isRollbackOnly()).isTrue();
    assertThatThrownBy(transaction::commit).isInstanceOf(RollbackOnlyException.class);

    assertThat(transaction.isActive()).isFalse();
    assertThat(store().users().count()).isEqualTo(1);
  }

  @Test
  void aFailureOfTheConnectionMakesItRollbackOnly() {
    ManagedTransaction transaction = managed().begin(OPTIONS, null);
    insertUser("ada");
    assertThatThrownBy(() -> execute(transaction.connection(), "UPDATE nothing SET a = 1"))
        .isInstanceOf(SQLException.class);
    assertThat(transaction.isRollbackOnly()).isTrue();
    assertThatThrownBy(() -> insertUser("bob")).isInstanceOf(RollbackOnlyException.class);
    transaction.rollback();

    assertThat(store().users().count()).isZero();
  }

  @Test
  void theConnectionDoesNotEndTheTransaction() throws SQLException {
    ManagedTransaction transaction = managed().begin(OPTIONS, null);
    Connection connection = transaction.connection();
    connection.close();
    assertThatThrownBy(connection::commit).isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> execute(connection, "ROLLBACK"))
        .isInstanceOf(InvalidArgumentException.class);
    insertUser("ada");
    transaction.commit();

    assertThat(store().users().count()).isEqualTo(1);
  }

  @Test
  void aReadOnlyTransactionRejectsWrites() {
    ManagedTransaction transaction = managed().begin(OPTIONS.readOnly(), null);
    assertThat(transaction.isReadOnly()).isTrue();
    assertThatThrownBy(() -> insertUser("ada")).isInstanceOf(ReadOnlyTransactionException.class);
    assertThatThrownBy(() -> managed().begin(OPTIONS, null))
        .isInstanceOf(ReadOnlyTransactionException.class);
    assertThat(store().users().count()).isZero();
    transaction.commit();
  }

  @Test
  void statementsAfterTheTimeoutAreRejected() throws InterruptedException {
    ManagedTransaction transaction = managed().begin(OPTIONS, Duration.ofMillis(300));
    insertUser("ada");
    Thread.sleep(350);
    assertThatThrownBy(() -> store().users().count())
        .isInstanceOf(DatabaseTimeoutException.class)
        .hasMessageContaining("PT0.3S");
    assertThat(transaction.isRollbackOnly()).isTrue();
    transaction.rollback();

    assertThat(store().users().count()).isZero();
    assertThatThrownBy(() -> managed().begin(OPTIONS, Duration.ZERO))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void aSuspendedTransactionIsNotJoined() {
    assertThat(managed().suspend()).isEmpty();
    ManagedTransaction outer = managed().begin(OPTIONS, null);
    insertUser("ada");
    SuspendedTransaction suspended = managed().suspend().orElseThrow();
    assertThat(store().users().count()).isZero();
    if (tck.capabilities().contains(Capability.CONCURRENT_WRITERS)) {
      insertUser("bob");
    } else {
      assertThatThrownBy(() -> insertUser("bob"))
          .isInstanceOf(CapabilityNotSupportedException.class)
          .hasMessageContaining("CONCURRENT_WRITERS");
      assertThatThrownBy(() -> managed().begin(OPTIONS, null))
          .isInstanceOf(CapabilityNotSupportedException.class);
    }
    assertThatThrownBy(outer::commit).isInstanceOf(IllegalStateException.class);
    suspended.resume();
    assertThatThrownBy(suspended::resume).isInstanceOf(IllegalStateException.class);
    outer.commit();

    assertThat(store().users().findByUsername("ada")).isPresent();
    insertUser("cyd");
  }

  @Test
  void callbacksRunAfterTheCommit() {
    List<String> events = new ArrayList<>();
    ManagedTransaction transaction = managed().begin(OPTIONS, null);
    store()
        .transaction(
            tx -> {
              tx.afterCommit(() -> events.add("committed " + store().users().count()));
              insertUser("ada");
            });
    assertThat(events).isEmpty();
    transaction.commit();

    assertThat(events).containsExactly("committed 1");
  }
}
