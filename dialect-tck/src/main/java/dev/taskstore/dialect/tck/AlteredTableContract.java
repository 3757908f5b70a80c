package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program goes on working when another one alters a table while it runs. */
abstract class AlteredTableContract extends Contract {

  /** More often than a driver runs a statement before it keeps a plan on the server. */
  private static final int OFTEN = 8;

  private TckDatabase altered;
  private TaskDatabase running;
  private TaskDatabase other;

  @SuppressWarnings("NullAway.Init")
  AlteredTableContract(DialectFixture tck) {
    super(tck);
  }

  @BeforeEach
  final void openTwice() {
    altered = tck.createMigrated();
    running = tck.builder(altered).open();
    other = tck.builder(altered).open();
    running.users().insert(newUser("ada"));
  }

  @AfterEach
  final void close() {
    other.close();
    running.close();
    altered.close();
  }

  /** Selects all columns, so that the type of the result changes. */
  private static int readAll(DSLContext dsl) {
    return dsl.fetch("select * from users").size();
  }

  private void alter(int number) {
    other.dsl().execute("alter table users add column extra" + number + " integer default 7");
  }

  private List<Runnable> calls() {
    return List.of(
        () -> running.transaction(tx -> assertThat(readAll(tx.dsl())).isEqualTo(1)),
        () -> assertThat(readAll(running.dsl())).isEqualTo(1),
        () ->
            running.transaction(
                tx -> tx.transaction(inner -> assertThat(readAll(inner.dsl())).isEqualTo(1))),
        () -> assertThat(running.users().findByUsername("ada")).isPresent(),
        () -> assertThat(running.users().count()).isEqualTo(1),
        () -> {
          User ada = running.users().findByUsername("ada").orElseThrow();
          running.users().update(ada);
        },
        () -> {
          try (Stream<User> stream = running.users().where(USERS.USERNAME.ne("x")).stream()) {
            assertThat(stream.count()).isEqualTo(1);
          }
        });
  }

  @Test
  void theSameCallsGoOnWorking() {
    List<Runnable> calls = calls();
    for (int round = 0; round < 3; round++) {
      for (Runnable call : calls) {
        for (int i = 0; i < OFTEN; i++) {
          call.run();
        }
      }
      alter(round);
      calls.forEach(Runnable::run);
    }
  }
}
