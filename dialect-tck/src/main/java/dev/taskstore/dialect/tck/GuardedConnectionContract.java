package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jooq.ConnectionRunnable;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The connections of plain jOOQ cannot be used to end a transaction of the library, or to leave one
 * open in a pooled connection.
 */
abstract class GuardedConnectionContract extends Contract {

  private static final String SELECT = "select count(*) from users";

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

  private static final Map<String, ConnectionRunnable> CALLS =
      Map.ofEntries(
          Map.entry("close()", Connection::close),
          Map.entry("commit()", Connection::commit),
          Map.entry("rollback()", Connection::rollback),
          Map.entry("setSavepoint()", Connection::setSavepoint),
          Map.entry("setSavepoint(...)", connection -> connection.setSavepoint("a")),
          Map.entry("abort(...)", connection -> connection.abort(Runnable::run)),
          Map.entry("setReadOnly(...)", connection -> connection.setReadOnly(true)),
          Map.entry(
              "setTransactionIsolation(...)",
              connection ->
                  connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE)),
          Map.entry(
              "setNetworkTimeout(...)",
              connection -> connection.setNetworkTimeout(Runnable::run, 1)),
          Map.entry("setCatalog(...)", connection -> connection.setCatalog("a")),
          Map.entry("setSchema(...)", connection -> connection.setSchema("a")),
          Map.entry(
              "setHoldability(...)",
              connection -> connection.setHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT)),
          Map.entry("setTypeMap(...)", connection -> connection.setTypeMap(Map.of())),
          Map.entry(
              "setClientInfo(...)", connection -> connection.setClientInfo(new Properties())));

  GuardedConnectionContract(DialectFixture tck) {
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

  private static void assertRejected(Runnable call, String name) {
    assertThatThrownBy(call::run)
        .as(name)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("not allowed");
  }

  /** Runs work on the database's context, and on that of a transaction, which must commit. */
  private void inAndOutsideOfATransaction(Consumer<DSLContext> work) {
    work.accept(store().dsl());
    store()
        .transaction(
            tx -> {
              work.accept(tx.dsl());
              tx.users().insert(newUser("ada"));
            });
    assertThat(store().users().findByUsername("ada")).isPresent();
  }

  @Test
  void callsThatEndTransactionsOrChangeTheSessionAreRejected() {
    inAndOutsideOfATransaction(
        dsl ->
            CALLS.forEach(
                (name, call) -> {
                  assertRejected(() -> dsl.connection(call), name);
                  assertThatThrownBy(() -> dsl.connection(call)).hasMessageContaining(name);
                }));
  }

  @Test
  void autoCommitModeIsOffInATransactionAndCannotBeChanged() {
    for (boolean inTransaction : new boolean[] {false, true}) {
      ConnectionRunnable work =
          connection -> {
            assertThat(connection.getAutoCommit()).isEqualTo(!inTransaction);
            connection.setAutoCommit(!inTransaction);
            assertRejected(
                () -> setAutoCommit(connection, inTransaction), "setAutoCommit(" + inTransaction);
          };
      if (inTransaction) {
        store().transaction(tx -> tx.dsl().connection(work));
      } else {
        store().dsl().connection(work);
      }
    }
  }

  private static void setAutoCommit(Connection connection, boolean mode) {
    try {
      connection.setAutoCommit(mode);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aConnectionThatIsClosedByItsUserStaysInItsTransaction() {
    store()
        .transaction(
            tx -> {
              tx.users().insert(newUser("ada"));
              assertThatThrownBy(
                      () ->
                          tx.dsl()
                              .connection(
                                  connection -> {
                                    try (connection) {
                                      count(connection);
                                    }
                                  }))
                  .isInstanceOf(InvalidArgumentException.class)
                  .hasMessageContaining("try-with-resources");
              tx.users().insert(newUser("bob"));
            });

    assertThat(store().users().count()).isEqualTo(2);
  }

  private static long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SELECT)) {
      rows.next();
      return rows.getLong(1);
    }
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

  @FunctionalInterface
  private interface Call {
    void run() throws SQLException;
  }

  private static void run(Call call) {
    try {
      call.run();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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

  @Test
  void everyWayToTheConnectionIsGuarded() {
    insertUser("eve");
    inAndOutsideOfATransaction(
        dsl ->
            dsl.connection(
                connection -> {
                  assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
                  assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
                  try (Statement statement = connection.createStatement();
                      PreparedStatement prepared = connection.prepareStatement(SELECT);
                      ResultSet rows = prepared.executeQuery()) {
                    assertThat(statement.getConnection()).isSameAs(connection);
                    assertThat(prepared.getConnection()).isSameAs(connection);
                    assertThat(rows.getStatement()).isSameAs(prepared);
                  }
                  try (ResultSet rows =
                      connection.getMetaData().getTables(null, null, "users", null)) {
                    Statement statement = rows.getStatement();
                    assertThat(statement == null ? connection : statement.getConnection())
                        .isSameAs(connection);
                  }
                }));
    Connection acquired = store().dsl().configuration().connectionProvider().acquire();
    assertRejected(() -> run(acquired::commit), "commit()");
    store().dsl().configuration().connectionProvider().release(acquired);
  }

  @Test
  void theResultSetsOfJooqAreGuarded() {
    insertUser("eve");
    inAndOutsideOfATransaction(
        dsl -> {
          try (ResultSet rows = dsl.selectFrom(USERS).fetchResultSet()) {
            Connection connection = rows.getStatement().getConnection();
            assertRejected(() -> run(connection::close), "close()");
            assertRejected(() -> run(connection::commit), "commit()");
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void theRowsOfAConnectionHaveMetadata() {
    inAndOutsideOfATransaction(
        dsl ->
            dsl.connection(
                connection -> {
                  try (Statement statement = connection.createStatement();
                      ResultSet rows = statement.executeQuery("select 1 as answer")) {
                    assertThat(rows.getMetaData().getColumnLabel(1))
                        .isEqualToIgnoringCase("answer");
                    assertThat(rows.getStatement()).isSameAs(statement);
                  }
                  assertThat(DSL.using(connection).fetchValue("select 2")).hasToString("2");
                }));
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
  void listenersReceiveGuardedConnections() {
    AtomicReference<String> rejected = new AtomicReference<>("");
    AtomicBoolean byStatement = new AtomicBoolean();
    ExecuteListener listener =
        new ExecuteListener() {
          @Override
          public void executeStart(ExecuteContext context) {
            try {
              PreparedStatement statement = Objects.requireNonNull(context.statement());
              (byStatement.get() ? statement.getConnection() : context.connection()).commit();
            } catch (SQLException | InvalidArgumentException e) {
              rejected.set(String.valueOf(e.getMessage()));
            }
          }
        };
    try (TaskDatabase listening =
        tck.builder(tck.database()).executeListeners(() -> listener).open()) {
      for (Runnable call :
          List.<Runnable>of(
              () -> listening.users().count(), () -> listening.dsl().fetchCount(USERS))) {
        for (boolean statement : new boolean[] {false, true}) {
          byStatement.set(statement);
          rejected.set("");
          call.run();
          assertThat(rejected.get()).contains("commit()");
        }
        listening.transaction(tx -> call.run());
      }
    }
  }

  @Test
  void aConnectionIsUsableInItsCallbackOnly() {
    AtomicReference<Connection> kept = new AtomicReference<>();
    inAndOutsideOfATransaction(
        dsl -> {
          dsl.connection(kept::set);
          assertThatThrownBy(() -> Objects.requireNonNull(kept.get()).createStatement())
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("callback");
        });
  }

  @Test
  void aStatementThatFailsOnAConnectionMakesTheTransactionRollbackOnly() {
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.users().insert(newUser("ada"));
                          tx.dsl()
                              .connection(
                                  connection -> {
                                    assertThatThrownBy(
                                            () -> connection.prepareStatement("x").execute())
                                        .isInstanceOf(SQLException.class);
                                    assertThatThrownBy(() -> count(connection))
                                        .isInstanceOf(RollbackOnlyException.class);
                                  });
                        }))
        .isInstanceOf(RollbackOnlyException.class);
    assertThat(store().users().count()).isZero();
  }

  /** Returns the connection of the driver, whose calls are not checked. */
  private Connection driver(Connection connection) throws SQLException {
    try (Connection other = tck.applicationDataSource(tck.database()).getConnection()) {
      return connection.unwrap(other.getClass());
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aTransactionThatIsLeftOpenOnTheDriversConnectionIsRolledBack() {
    insertUser("ada");
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  store()
                      .dsl()
                      .connection(
                          connection -> {
                            Connection driver = driver(connection);
                            driver.setAutoCommit(false);
                            execute(driver, "delete from users");
                          }))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("rolled back");
      store().dsl().execute("update users set email = 'new@x'");
    }
    assertThat(store().users().findByUsername("ada")).get().returns("new@x", User::email);
  }
}
