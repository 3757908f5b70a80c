package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Configuration;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Plain jOOQ of a transaction is bound to it: its time, its thread and its level. */
abstract class JooqTransactionContract extends Contract {

  private static final Map<String, Consumer<DSLContext>> USES =
      Map.ofEntries(
          Map.entry("fetchCount", dsl -> dsl.fetchCount(USERS)),
          Map.entry("fetch", dsl -> dsl.selectFrom(USERS).fetch()),
          Map.entry("fetchLazy", dsl -> dsl.selectFrom(USERS).fetchLazy()),
          Map.entry("fetchStream", dsl -> dsl.selectFrom(USERS).fetchStream().forEach(row -> {})),
          Map.entry("plain SQL", dsl -> dsl.fetch("select 1 as x")),
          Map.entry("execute", dsl -> dsl.execute("delete from users")),
          Map.entry("delete", dsl -> dsl.deleteFrom(USERS).execute()),
          Map.entry("batch", dsl -> dsl.batch(dsl.deleteFrom(USERS)).execute()),
          Map.entry("batch of SQL", dsl -> dsl.batch("delete from users").execute()),
          Map.entry("connection", dsl -> dsl.connection(connection -> {})),
          Map.entry("transaction", dsl -> dsl.transaction(nested -> {})),
          Map.entry("derived", dsl -> derived(dsl).deleteFrom(USERS).execute()),
          Map.entry("derived transaction", dsl -> derived(dsl).transaction(nested -> {})));

  JooqTransactionContract(DialectFixture tck) {
    super(tck);
  }

  private static DSLContext derived(DSLContext dsl) {
    return DSL.using(dsl.configuration().derive());
  }

  private static void assertEnded(DSLContext dsl) {
    USES.forEach(
        (name, use) ->
            assertThatThrownBy(() -> use.accept(dsl))
                .as(name)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has ended"));
  }

  @Test
  void theContextOfATransactionFailsAfterItsEnd() {
    insertUser("ada");
    List<DSLContext> kept = new ArrayList<>();
    List<Query> queries = new ArrayList<>();
    store()
        .transaction(
            tx -> {
              DSLContext dsl = tx.dsl();
              kept.add(dsl);
              kept.add(derived(dsl));
              queries.add(dsl.deleteFrom(USERS));
              tx.afterCommit(() -> assertEnded(dsl));
              tx.transaction(inner -> assertThat(dsl.fetchCount(USERS)).isEqualTo(1));
            });
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          kept.add(tx.dsl());
                          throw new IllegalArgumentException();
                        }))
        .isInstanceOf(IllegalArgumentException.class);

    kept.forEach(JooqTransactionContract::assertEnded);
    queries.forEach(
        query ->
            assertThatThrownBy(query::execute)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has ended"));
    store()
        .transaction(
            tx -> {
              kept.forEach(JooqTransactionContract::assertEnded);
              assertThat(tx.users().count()).isEqualTo(1);
            });
    assertThat(store().users().count()).isEqualTo(1);
  }

  @Test
  void theContextOfANestedTransactionFailsAfterItsEnd() {
    insertUser("ada");
    store()
        .transaction(
            tx -> {
              List<DSLContext> kept = new ArrayList<>();
              tx.transaction(inner -> kept.add(inner.dsl()));
              tx.dsl().transaction(inner -> kept.add(inner.dsl()));
              kept.forEach(JooqTransactionContract::assertEnded);
              assertThat(tx.users().count()).isEqualTo(1);
              tx.users().insert(newUser("bob"));
            });
    assertThat(store().users().count()).isEqualTo(2);
  }

  @Test
  void theContextOfJooqsOwnTransactionFailsAfterItsEnd() {
    insertUser("ada");
    List<Configuration> kept = new ArrayList<>();

    store().dsl().transaction(kept::add);

    kept.forEach(configuration -> assertEnded(configuration.dsl()));
    assertThat(store().users().count()).isEqualTo(1);
  }

  @Test
  void theContextOfATransactionFailsInOtherThreads() {
    insertUser("ada");
    store()
        .transaction(
            tx -> {
              DSLContext dsl = tx.dsl();
              inAnotherThread(
                  () ->
                      USES.forEach(
                          (name, use) ->
                              assertThatThrownBy(() -> use.accept(dsl))
                                  .as(name)
                                  .isInstanceOf(IllegalStateException.class)
                                  .hasMessageContaining("another thread")));
              assertThat(dsl.fetchCount(USERS)).isEqualTo(1);
            });
    assertThat(store().users().count()).isEqualTo(1);
  }

  @Test
  void cursorsOfATransactionFailAfterItsEndAndInOtherThreads() {
    insertTasks(insertUser("ada"), 3);
    List<Iterator<? extends Record>> kept = new ArrayList<>();
    store()
        .transaction(
            tx -> {
              Cursor<?> cursor = tx.dsl().selectFrom(TASKS).fetchLazy();
              assertThat(cursor.fetchNext()).isNotNull();
              kept.add(cursor.iterator());
              Iterator<? extends Record> stream =
                  tx.dsl().selectFrom(TASKS).fetchStream().iterator();
              stream.next();
              kept.add(stream);
              assertThatThrownBy(() -> inAnotherThread(cursor::fetchNext))
                  .hasCauseInstanceOf(IllegalStateException.class);
            });

    for (Iterator<? extends Record> rows : kept) {
      assertThatThrownBy(rows::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("has ended");
    }
  }

  @Test
  void theContextOfTheDatabaseJoinsTheTransactionOfTheThread() {
    DSLContext dsl = store().dsl();
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.users().insert(newUser("ada"));
                          assertThat(dsl.fetchCount(USERS)).isEqualTo(1);
                          throw new IllegalArgumentException();
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(dsl.fetchCount(USERS)).isZero();
  }
}
