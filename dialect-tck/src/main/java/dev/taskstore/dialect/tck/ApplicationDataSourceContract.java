package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Data sources and transactions of the application. */
abstract class ApplicationDataSourceContract extends Contract {

  private final TransactionAwareDataSource dataSource;
  private final TaskDatabase joined;

  ApplicationDataSourceContract(DialectFixture tck) {
    super(tck);
    dataSource = new TransactionAwareDataSource(tck.applicationDataSource(tck.database()));
    joined =
        TaskDatabase.builder()
            .dataSource(dataSource)
            .joinApplicationTransactions()
            .clock(clock())
            .open();
  }

  @AfterAll
  final void close() {
    joined.close();
  }

  private List<String> names() {
    return Stream.of("ada", "bob", "cyd", "dan")
        .filter(name -> store().users().findByUsername(name).isPresent())
        .toList();
  }

  @Test
  void theDialectIsFoundByTheDatabaseAndTheDataSourceStaysOpen() throws SQLException {
    try (TaskDatabase store =
        TaskDatabase.builder().dataSource(tck.applicationDataSource(tck.database())).open()) {
      assertThat(store.database().dialectName()).isEqualTo(tck.provider().create().name());
      User ada = store.users().insert(newUser("ada"));
      store.transaction(tx -> tx.tasks().insert(NewTask.of(ada.id(), "t")));
      store.tasks().load(Stream.of(NewTask.of(ada.id(), "u")));
      try (Stream<?> stream = store.tasks().stream()) {
        assertThat(stream).hasSize(2);
      }
      assertThatThrownBy(() -> store.transaction(tx -> tx.users().insert(newUser("ada"))))
          .isInstanceOf(UniqueViolationException.class);
    }
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection.isClosed()).isFalse();
    }
    assertThat(names()).containsExactly("ada");
  }

  @Test
  void outsideOfItsTransactionsCallsCommitByThemselves() {
    joined.users().insert(newUser("ada"));
    joined.transaction(tx -> tx.users().insert(newUser("bob")));

    assertThat(names()).containsExactly("ada", "bob");
  }

  @Test
  void callsTakePartInTheApplicationsTransaction() {
    dataSource.begin();
    User ada = joined.users().insert(newUser("ada"));
    joined.transaction(tx -> tx.users().insert(newUser("bob")));
    assertThat(joined.users().getById(ada.id())).isEqualTo(ada);
    assertThat(joined.users().count()).isEqualTo(2);
    dataSource.rollback();
    assertThat(names()).isEmpty();

    dataSource.begin();
    joined.users().insertAll(List.of(newUser("cyd"), newUser("dan")));
    dataSource.commit();
    assertThat(names()).containsExactly("cyd", "dan");
  }

  @Test
  void transactionsOfTheLibraryAreSavepointsInIt() {
    dataSource.begin();
    joined.users().insert(newUser("ada"));
    assertThatThrownBy(
            () ->
                joined.transaction(
                    tx -> {
                      tx.users().insert(newUser("bob"));
                      tx.users().insert(newUser("ada"));
                    }))
        .isInstanceOf(UniqueViolationException.class);
    joined.transaction(tx -> tx.users().insert(newUser("cyd")));
    dataSource.commit();

    assertThat(names()).containsExactly("ada", "cyd");
  }

  @Test
  void callsOfSeveralStatementsFailAloneInIt() {
    dataSource.begin();
    joined.users().insert(newUser("ada"));
    assertThatThrownBy(() -> joined.users().insertAll(List.of(newUser("bob"), newUser("ada"))))
        .isInstanceOf(UniqueViolationException.class);
    joined.users().insert(newUser("cyd"));
    dataSource.commit();

    assertThat(names()).containsExactly("ada", "cyd");
  }

  @Test
  void aSingleStatementFailsAloneInIt() {
    dataSource.begin();
    joined.users().insert(newUser("ada"));
    assertThatThrownBy(() -> joined.users().insert(newUser("ada")))
        .isInstanceOf(UniqueViolationException.class);
    joined.users().insert(newUser("cyd"));
    dataSource.commit();

    assertThat(names()).containsExactly("ada", "cyd");
  }

  @Test
  void aConnectionOfAnothersTransactionIsRefusedUnlessItIsToBeJoined() {
    try (TaskDatabase apart = TaskDatabase.builder().dataSource(dataSource).open()) {
      dataSource.begin();
      assertThatThrownBy(() -> apart.users().insert(newUser("ada")))
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("joinApplicationTransactions()");
      dataSource.commit();
      apart.users().insert(newUser("bob"));
    }
    assertThat(names()).containsExactly("bob");
  }
}
