package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;

/** Mistakes with plain jOOQ, after each of which writes must be durable and visible to others. */
abstract class JooqGuardContract extends Contract {

  static final String SELECT = "select count(*) from users";

  JooqGuardContract(DialectFixture tck) {
    super(tck);
  }

  /** What was written before a mistake must be in the database, for every other connection. */
  @AfterEach
  final void laterWritesAreCommitted() {
    insertUser("later");
    try (TaskDatabase other = tck.builder(tck.database()).open()) {
      assertThat(other.users().findByUsername("later")).isPresent();
      other.users().insert(newUser("other"));
    }
    assertThat(store().users().findByUsername("other")).isPresent();
  }

  static void assertRejected(Runnable call, String name) {
    assertThatThrownBy(call::run)
        .as(name)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("not allowed");
  }

  /** Runs work on the database's context, and on that of a transaction, which must commit. */
  final void inAndOutsideOfATransaction(Consumer<DSLContext> work) {
    work.accept(store().dsl());
    store()
        .transaction(
            tx -> {
              work.accept(tx.dsl());
              tx.users().insert(newUser("ada"));
            });
    assertThat(store().users().findByUsername("ada")).isPresent();
  }

  @FunctionalInterface
  interface Call {
    void run() throws SQLException;
  }

  static void run(Call call) {
    try {
      call.run();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
