package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Typed queries of plain jOOQ outside a transaction neither wait for writers nor block them. */
abstract class JooqReaderContract extends Contract {

  private static final List<Function<DSLContext, Object>> READS =
      List.of(
          dsl -> dsl.fetchCount(USERS),
          dsl -> dsl.fetchExists(USERS),
          dsl -> dsl.selectFrom(USERS).fetch().size(),
          dsl -> dsl.select(USERS.ID).from(USERS).union(DSL.select(TASKS.ID).from(TASKS)).fetch(),
          dsl -> dsl.with("x").as(DSL.select(USERS.ID).from(USERS)).selectFrom("x").fetch(),
          dsl -> dsl.fetchOptional(USERS, USERS.USERNAME.eq("for")),
          dsl -> dsl.selectFrom(USERS).fetchStream().count());

  private TaskDatabase small;

  @SuppressWarnings("NullAway.Init")
  JooqReaderContract(DialectFixture tck) {
    super(tck);
  }

  /** One connection for writes and one for reads, or two for both. */
  @BeforeEach
  final void openSmall() {
    small =
        tck.builder(tck.database())
            .maximumPoolSize(2)
            .connectionTimeout(Duration.ofSeconds(2))
            .open();
  }

  @AfterEach
  final void closeSmall() {
    small.close();
  }

  @Test
  void readsDoNotWaitForAnOpenTransaction() {
    insertUser("ada");
    small.transaction(
        tx -> {
          tx.users().insert(newUser("bob"));
          for (Function<DSLContext, Object> read : READS) {
            CompletableFuture.supplyAsync(() -> read.apply(small.dsl())).join();
          }
          assertThat(CompletableFuture.supplyAsync(() -> small.dsl().fetchCount(USERS)).join())
              .isEqualTo(1);
          assertThat(small.dsl().fetchCount(USERS)).isEqualTo(2);
          assertThat(tx.dsl().fetchCount(USERS)).isEqualTo(2);
        });
  }

  @Test
  void readsSeeTheWritesBeforeThem() {
    for (int i = 1; i <= 20; i++) {
      insertUser("user" + i);
      assertThat(store().dsl().fetchCount(USERS)).isEqualTo(i);
      store()
          .dsl()
          .update(USERS)
          .set(USERS.EMAIL, "new" + i + "@x")
          .where(USERS.USERNAME.eq("user" + i))
          .execute();
      assertThat(store().dsl().fetchExists(USERS, USERS.EMAIL.eq("new" + i + "@x"))).isTrue();
    }
  }

  @Test
  void anOpenCursorDoesNotBlockTheNextWriteOfItsThread() {
    insertTasks(insertUser("ada"), 5);

    try (Cursor<?> cursor = small.dsl().selectFrom(TASKS).orderBy(TASKS.ID).fetchLazy()) {
      assertThat(cursor.fetchNext(2)).hasSize(2);
      small.users().insert(newUser("bob"));
      small.dsl().deleteFrom(TASKS).execute();
      small.transaction(tx -> tx.users().insert(newUser("cyd")));
      assertThat(cursor.fetch()).hasSize(3);
    }
    assertThat(small.users().count()).isEqualTo(3);
    assertThat(small.tasks().count()).isZero();
  }

  @Test
  void closedCursorsReturnTheirConnections() {
    insertTasks(insertUser("ada"), 5);

    for (int i = 0; i < 5; i++) {
      try (Cursor<?> cursor = small.dsl().selectFrom(TASKS).fetchLazy()) {
        assertThat(cursor.fetchNext(1)).hasSize(1);
      }
      try (Stream<? extends Record> stream = small.dsl().selectFrom(TASKS).fetchStream()) {
        assertThat(stream.findFirst()).isPresent();
      }
      assertThat(small.dsl().selectFrom(TASKS).fetchStream().count()).isEqualTo(5);
    }
    assertThat(small.tasks().count()).isEqualTo(5);
  }

  /** The cursor uses the only connection for reading. */
  @Test
  void plainSqlMayWriteAndRunsOnAConnectionForWriting() {
    insertTasks(insertUser("ada"), 5);

    try (Cursor<?> cursor = small.dsl().selectFrom(TASKS).fetchLazy()) {
      assertThat(cursor.fetchNext(1)).hasSize(1);
      assertThat(small.dsl().execute("update users set email = 'a@x'")).isEqualTo(1);
      assertThat(small.dsl().fetch("select email from users").getValues(0, String.class))
          .containsExactly("a@x");
    }
    assertThat(small.dsl().fetchExists(USERS, USERS.EMAIL.eq("a@x"))).isTrue();
  }
}
