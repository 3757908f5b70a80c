package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.DatabaseException;
import java.sql.Statement;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** SQL commands that begin or end a transaction cannot be run through plain jOOQ. */
abstract class TransactionCommandContract extends JooqGuardContract {

  private static final List<String> COMMANDS =
      List.of(
          "begin",
          "BEGIN TRANSACTION",
          "begin immediate",
          "start transaction",
          "commit",
          "Commit Work",
          "end",
          "rollback",
          "rollback to savepoint a",
          "abort",
          "savepoint a",
          "release savepoint a",
          "release a",
          "prepare transaction 'a'",
          "commit prepared 'a'",
          "rollback prepared 'a'",
          "set transaction isolation level serializable",
          "set session characteristics as transaction read only",
          "set autocommit off",
          "  \n\t commit",
          "-- a comment\ncommit",
          "/* a comment; */ commit",
          ";commit",
          SELECT + "; commit",
          SELECT + " where username = 'it''s; x' ; /* ; */ -- ;\n rollback",
          SELECT + " where username = \";\"; begin");

  TransactionCommandContract(DialectFixture tck) {
    super(tck);
  }

  private static void runAndIgnore(DSLContext dsl, String sql) {
    assertThatCode(
            () -> {
              try {
                dsl.execute(sql);
              } catch (DatabaseException | IllegalStateException e) {
                // Some databases reject the text.
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void transactionCommandsAreRejectedAsPlainSql() {
    inAndOutsideOfATransaction(
        dsl -> {
          for (String sql : COMMANDS) {
            assertRejected(() -> dsl.execute(sql), sql);
            assertRejected(() -> dsl.fetch(sql), sql);
            assertRejected(() -> dsl.fetchMany(sql), sql);
            assertRejected(() -> dsl.resultQuery(sql).fetchLazy(), sql);
            assertRejected(() -> dsl.batch(SELECT, sql).execute(), sql);
            assertRejected(() -> dsl.batch(dsl.query(SELECT), dsl.query(sql)).execute(), sql);
          }
        });
  }

  @Test
  void transactionCommandsAreRejectedOnConnections() {
    inAndOutsideOfATransaction(
        dsl ->
            dsl.connection(
                connection -> {
                  for (String sql : COMMANDS) {
                    assertRejected(() -> run(() -> connection.prepareStatement(sql)), sql);
                    assertRejected(() -> run(() -> connection.prepareCall(sql)), sql);
                    try (Statement statement = connection.createStatement()) {
                      assertRejected(() -> run(() -> statement.execute(sql)), sql);
                      assertRejected(() -> run(() -> statement.executeUpdate(sql)), sql);
                      assertRejected(() -> run(() -> statement.executeQuery(sql)), sql);
                      assertRejected(() -> run(() -> statement.addBatch(sql)), sql);
                    }
                  }
                }));
  }

  @Test
  void namesAndTextsThatLookLikeCommandsAreAllowed() {
    inAndOutsideOfATransaction(
        dsl -> {
          assertThat(dsl.fetch("select 'a; commit' as \"begin\"").get(0).get(0))
              .isEqualTo("a; commit");
          assertThat(dsl.fetch("select 1 as x -- ; commit\n").get(0).get(0)).hasToString("1");
          assertThat(dsl.fetch("/* begin; */ select 2 as x;").get(0).get(0)).hasToString("2");
          assertThat(
                  dsl.fetchValue(
                      DSL.select(DSL.inline("x; rollback")).from(USERS).limit(DSL.inline(1))))
              .isNull();
        });
  }

  /** Databases read these comments and names in different ways. */
  @Test
  void commandsBehindCommentsAndQuotesDoNotEndTransactions() {
    for (String begin :
        List.of(
            "/* /* */ */ ",
            "/* a /* b */ c */ ",
            "-- a\r",
            SELECT + " /* ' /* */ ' */; ",
            SELECT + " as [it's]; ",
            SELECT + " as `it's`; ")) {
      runAndIgnore(store().dsl(), begin + "begin");
      String name = "user" + begin.hashCode();
      assertThatThrownBy(
              () ->
                  store()
                      .transaction(
                          tx -> {
                            tx.users().insert(newUser(name));
                            runAndIgnore(tx.dsl(), begin + "commit");
                            throw new IllegalArgumentException("undo");
                          }))
          .as(begin)
          .isInstanceOfAny(IllegalArgumentException.class, DatabaseException.class);
      assertThat(store().users().findByUsername(name)).as(begin).isEmpty();
    }
  }
}
