package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.TaskTransaction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callbacks of transactions that are part of the application's. */
abstract class ApplicationCallbackContract extends Contract {

  private final TransactionAwareDataSource dataSource;
  private final TaskDatabase observing;
  private final TaskDatabase joined;
  private final List<String> events = new ArrayList<>();

  ApplicationCallbackContract(DialectFixture tck) {
    super(tck);
    dataSource = new TransactionAwareDataSource(tck.applicationDataSource(tck.database()));
    observing =
        TaskDatabase.builder()
            .dataSource(dataSource)
            .joinApplicationTransactions(dataSource)
            .clock(clock())
            .open();
    joined =
        TaskDatabase.builder()
            .dataSource(dataSource)
            .joinApplicationTransactions()
            .clock(clock())
            .open();
  }

  @AfterAll
  final void close() {
    observing.close();
    joined.close();
  }

  @BeforeEach
  final void forgetEvents() {
    events.clear();
  }

  private void record(TaskTransaction tx, String name) {
    tx.afterCommit(() -> events.add(name + " committed"));
    tx.afterRollback(() -> events.add(name + " rolled back"));
  }

  @Test
  void callbacksRunAfterTheApplicationsCommit() {
    dataSource.begin();
    observing.transaction(
        tx -> {
          record(tx, "1");
          tx.afterCommit(() -> observing.users().insert(newUser("bob")));
          tx.users().insert(newUser("ada"));
        });
    observing.transaction(tx -> record(tx, "2"));
    assertThat(events).isEmpty();
    dataSource.commit();

    assertThat(events).containsExactly("1 committed", "2 committed");
    assertThat(store().users().count()).isEqualTo(2);
  }

  @Test
  void callbacksRunAfterTheApplicationsRollback() {
    dataSource.begin();
    observing.transaction(tx -> record(tx, "1"));
    dataSource.rollback();

    assertThat(events).containsExactly("1 rolled back");
  }

  @Test
  void aTransactionThatIsRolledBackAloneStaysRolledBackWhenTheApplicationCommits() {
    dataSource.begin();
    assertThatThrownBy(
            () ->
                observing.transaction(
                    tx -> {
                      record(tx, "1");
                      tx.transaction(inner -> record(inner, "inner"));
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
    observing.transaction(tx -> record(tx, "2"));
    dataSource.commit();

    assertThat(events).containsExactly("1 rolled back", "inner rolled back", "2 committed");
  }

  @Test
  void aCallbackThatFailsReachesTheApplication() {
    IllegalStateException failure = new IllegalStateException();
    dataSource.begin();
    observing.transaction(
        tx -> {
          tx.afterCommit(
              () -> {
                throw failure;
              });
          record(tx, "1");
        });
    assertThatThrownBy(dataSource::commit)
        .isInstanceOf(AfterCommitException.class)
        .cause()
        .isSameAs(failure);
    assertThat(events).containsExactly("1 committed");

    dataSource.begin();
    observing.transaction(
        tx ->
            tx.afterRollback(
                () -> {
                  throw failure;
                }));
    assertThatThrownBy(dataSource::rollback)
        .isInstanceOf(DatabaseException.class)
        .isNotInstanceOf(AfterCommitException.class)
        .cause()
        .isSameAs(failure);
  }

  @Test
  void outsideOfTheApplicationsTransactionsCallbacksRunAsUsual() {
    observing.transaction(tx -> record(tx, "1"));
    joined.transaction(tx -> record(tx, "2"));

    assertThat(events).containsExactly("1 committed", "2 committed");
  }

  @Test
  void callbacksAreRefusedWhenNothingReportsTheApplicationsCommit() {
    dataSource.begin();
    joined.transaction(
        tx -> {
          assertThatThrownBy(() -> tx.afterCommit(() -> events.add("1")))
              .isInstanceOf(InvalidArgumentException.class)
              .hasMessageContaining("joinApplicationTransactions(ApplicationTransactions)");
          tx.transaction(
              inner ->
                  assertThatThrownBy(() -> inner.afterCompletion(outcome -> events.add("2")))
                      .isInstanceOf(InvalidArgumentException.class));
          assertThatCode(() -> tx.users().insert(newUser("ada"))).doesNotThrowAnyException();
        });
    dataSource.commit();

    assertThat(events).isEmpty();
    assertThat(store().users().count()).isEqualTo(1);
  }
}
