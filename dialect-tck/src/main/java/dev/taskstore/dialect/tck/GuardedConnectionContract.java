package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
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
import org.jooq.ConnectionRunnable;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * The connections of plain jOOQ cannot be used to end a transaction of the library, or to leave one
 * open in a pooled connection.
 */
abstract class GuardedConnectionContract extends JooqGuardContract {

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
