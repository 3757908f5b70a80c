package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Selection;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FailureKind;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.TaskTransaction;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.jooq.Cursor;
import org.junit.jupiter.api.Test;

/** What is open when a statement of its transaction fails, and when the connection is lost. */
abstract class FailedTransactionContract extends Contract {

  private static final int MANY = 2 * Selection.FETCH_SIZE + 1;

  FailedTransactionContract(DialectFixture tck) {
    super(tck);
  }

  private static void fail(TaskTransaction transaction) {
    assertThatThrownBy(() -> transaction.users().insert(newUser("ada")))
        .isInstanceOf(UniqueViolationException.class);
  }

  private void insertMany() {
    var ada = insertUser("ada");
    store().tasks().load(IntStream.range(0, MANY).mapToObj(i -> NewTask.of(ada.id(), "task " + i)));
  }

  private static void assertRollbackOnly(Runnable read) {
    assertThatThrownBy(read::run).isInstanceOf(RollbackOnlyException.class);
  }

  @Test
  void openStreamsFailAtTheNextRow() {
    insertMany();
    assertRollbackOnly(
        () ->
            store()
                .transaction(
                    tx -> {
                      Iterator<?> rows = tx.tasks().stream().iterator();
                      Iterator<?> unread = tx.tasks().stream().iterator();
                      Cursor<?> cursor = tx.dsl().selectFrom(TASKS).fetchLazy();
                      Iterator<?> stream =
                          tx.dsl().selectFrom(TASKS).fetchSize(10).fetchStream().iterator();
                      rows.next();
                      cursor.fetchNext();
                      stream.next();
                      fail(tx);
                      assertRollbackOnly(rows::next);
                      assertRollbackOnly(unread::next);
                      assertRollbackOnly(cursor::fetchNext);
                      assertRollbackOnly(stream::next);
                    }));
  }

  @Test
  void streamsOfTheOuterTransactionGoOnAfterTheNestedOne() {
    insertMany();
    store()
        .transaction(
            tx -> {
              Iterator<?> rows = tx.tasks().stream().iterator();
              Cursor<?> cursor = tx.dsl().selectFrom(TASKS).fetchLazy();
              rows.next();
              cursor.fetchNext();
              assertRollbackOnly(
                  () ->
                      tx.transaction(
                          inner -> {
                            fail(inner);
                            assertRollbackOnly(rows::next);
                          }));
              int rest = 0;
              while (rows.hasNext()) {
                rows.next();
                rest++;
              }
              assertThat(rest).isEqualTo(MANY - 1);
            });
  }

  /** Returns the dialect with a classifier that takes a missing table for a lost connection. */
  private Dialect losingConnections() {
    return ClassifyingDialect.of(
        tck.provider().create(),
        classifier ->
            exception -> {
              Classification found = classifier.classify(exception);
              return found.kind() == FailureKind.SCHEMA
                  ? Classification.of(FailureKind.CONNECTION, "lost")
                  : found;
            });
  }

  private static void lose(TaskTransaction transaction) {
    assertThatThrownBy(() -> transaction.dsl().selectFrom("no_such_table").fetch())
        .isInstanceOf(ConnectionLostException.class);
  }

  @Test
  void aLostConnectionIsReportedToTheOuterTransaction() {
    try (TaskDatabase losing = tck.builder(tck.database()).dialect(losingConnections()).open()) {
      assertThatThrownBy(
              () ->
                  losing.transaction(
                      tx -> {
                        assertThatThrownBy(() -> tx.transaction(FailedTransactionContract::lose))
                            .isInstanceOf(ConnectionLostException.class);
                        assertThatThrownBy(() -> tx.users().count())
                            .isInstanceOf(ConnectionLostException.class)
                            .hasMessageContaining("lost")
                            .hasCauseInstanceOf(java.sql.SQLException.class);
                        assertThatThrownBy(() -> tx.transaction(inner -> {}))
                            .isInstanceOf(ConnectionLostException.class);
                      }))
          .isInstanceOf(ConnectionLostException.class);
      assertThatThrownBy(() -> losing.transaction(FailedTransactionContract::lose))
          .isInstanceOf(ConnectionLostException.class);
      assertThat(losing.users().count()).isZero();
    }
  }
}
