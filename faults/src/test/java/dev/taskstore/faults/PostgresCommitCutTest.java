package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.faults.ServerProxy.Moment;
import dev.taskstore.schema.Tables;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Tests that a connection failure during COMMIT is distinguished from an earlier one, and that the
 * work runs once in both cases.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresCommitCutTest {

  @FunctionalInterface
  private interface Write {
    void run(NewUser first, NewUser second);
  }

  private ServerProxy proxy;
  private TaskStore store;

  @BeforeAll
  void open() throws IOException, SQLException {
    ServerProcess server = ServerProcess.shared();
    String database = server.newDatabase();
    proxy = new ServerProxy(server.port());
    store =
        server
            .storeThrough(proxy.port(), database)
            .driverProperty("sslmode", "disable")
            .maximumPoolSize(2)
            .open();
  }

  @AfterAll
  void close() {
    store.close();
    proxy.close();
  }

  private static NewUser draft() {
    String name = UUID.randomUUID().toString();
    return NewUser.of(name, name, PasswordHash.locked());
  }

  /** Cuts the connection at a statement and returns whether both rows exist, or neither. */
  private boolean isThereAfterCut(
      String beginning, Moment moment, Class<? extends Exception> expected, Write write) {
    NewUser first = draft();
    NewUser second = draft();
    proxy.cutAt(beginning, moment);
    assertThatThrownBy(() -> write.run(first, second))
        .as("cut at %s, %s", beginning, moment)
        .isInstanceOf(expected);
    assertThat(proxy.hasCut()).isTrue();
    long found =
        store.users().findAllByUsername(List.of(first.username(), second.username())).size();
    assertThat(found).isIn(0L, 2L);
    store.users().insert(draft());
    return found == 2;
  }

  private void isUnknown(String beginning, Write write) {
    assertThat(
            isThereAfterCut(
                beginning,
                Moment.BEFORE_THE_SERVER_KNOWS,
                CommitOutcomeUnknownException.class,
                write))
        .isFalse();
    assertThat(
            isThereAfterCut(
                beginning,
                Moment.BEFORE_THE_ANSWER_COMES,
                CommitOutcomeUnknownException.class,
                write))
        .isTrue();
  }

  private void isLost(String beginning, Write write) {
    for (Moment moment : Moment.values()) {
      assertThat(isThereAfterCut(beginning, moment, ConnectionLostException.class, write))
          .isFalse();
    }
  }

  @Test
  void aTransactionThatIsCutAtItsCommitHasAnUnknownOutcomeAndRanOnce() {
    AtomicInteger runs = new AtomicInteger();
    isUnknown(
        "commit",
        (first, second) ->
            store.transaction(
                tx -> {
                  runs.incrementAndGet();
                  tx.users().insert(first);
                  tx.users().insert(second);
                }));
    assertThat(runs).hasValue(2);
  }

  @Test
  void insertAllThatIsCutAtItsCommitHasAnUnknownOutcome() {
    isUnknown("commit", (first, second) -> store.users().insertAll(List.of(first, second)));
  }

  @Test
  void aLoadThatIsCutAtItsCommitHasAnUnknownOutcome() {
    isUnknown("commit", (first, second) -> store.users().load(Stream.of(first, second)));
  }

  @Test
  void anUpsertThatIsCutAtItsCommitHasAnUnknownOutcome() {
    isUnknown(
        "commit", (first, second) -> store.users().upsertAllByUsername(List.of(first, second)));
  }

  @Test
  void jooqsOwnTransactionThatIsCutAtItsCommitHasAnUnknownOutcome() {
    isUnknown(
        "commit",
        (first, second) ->
            store.dsl().transaction(jooq -> store.users().insertAll(List.of(first, second))));
  }

  /** A single statement in auto-commit mode. */
  @Test
  void anInsertThatIsCutHasAnUnknownOutcome() {
    for (Moment moment : Moment.values()) {
      NewUser draft = draft();
      proxy.cutAt("insert", moment);
      assertThatThrownBy(() -> store.users().insert(draft))
          .isInstanceOf(CommitOutcomeUnknownException.class);
      assertThat(store.users().findByUsername(draft.username()).isPresent())
          .isEqualTo(moment == Moment.BEFORE_THE_ANSWER_COMES);
    }
  }

  @Test
  void aStatementOfJooqThatCommitsByItselfAndIsCutHasAnUnknownOutcome() {
    for (Moment moment : Moment.values()) {
      String name = store.users().insert(draft()).username();
      proxy.cutAt("delete", moment);
      assertThatThrownBy(
              () ->
                  store
                      .dsl()
                      .deleteFrom(Tables.USERS)
                      .where(Tables.USERS.USERNAME.eq(name))
                      .execute())
          .isInstanceOf(CommitOutcomeUnknownException.class);
      assertThat(store.users().findByUsername(name).isEmpty())
          .isEqualTo(moment == Moment.BEFORE_THE_ANSWER_COMES);
    }
  }

  @Test
  void aTransactionThatIsCutBeforeItsCommitIsRolledBack() {
    Write write =
        (first, second) ->
            store.transaction(
                tx -> {
                  tx.users().insert(first);
                  tx.transaction(inner -> inner.users().insert(second));
                });
    isLost("begin", write);
    isLost("insert", write);
    isLost("savepoint", write);
    isLost("release", write);
  }

  @Test
  void aLoadThatIsCutBeforeItsCommitIsRolledBack() {
    Write write = (first, second) -> store.users().load(Stream.of(first, second));
    isLost("begin", write);
    isLost("copy", write);
  }

  @Test
  void readingThatIsCutRunsOnceMore() {
    for (Moment moment : Moment.values()) {
      proxy.cutAt("select", moment);
      assertThat(store.users().count()).isNotNegative();
      assertThat(proxy.hasCut()).isTrue();
    }
  }

  @Test
  void plainSqlThatIsCutHasLostItsConnection() {
    proxy.cutAt("select 17", Moment.BEFORE_THE_ANSWER_COMES);
    assertThatThrownBy(() -> store.dsl().select(DSL.inline(17)).fetch())
        .isInstanceOf(ConnectionLostException.class);
    assertThat(store.users().count()).isNotNegative();
  }

  @Test
  void aTransactionThatOnlyReadsHasNoOutcomeToBeUnknown() {
    proxy.cutAt("commit", Moment.BEFORE_THE_SERVER_KNOWS);
    assertThatThrownBy(
            () ->
                store.transaction(
                    TransactionOptions.defaults().readOnly(), tx -> tx.users().count()))
        .isInstanceOf(ConnectionLostException.class);
  }
}
