package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.spi.SchemaInspector.ScratchDatabase;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Scratch databases inside of a transaction that is rolled back. */
class PostgresScratchSchemaTest {

  private static final String CONCURRENT = "concurrent/change-log.xml";

  private static Connection connect(TckDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet resultSet = statement.executeQuery(sql)) {
      resultSet.next();
      return resultSet.getString(1);
    }
  }

  private static Database open(TckDatabase database, String user, String password) {
    return Database.builder()
        .url(database.url())
        .credentials(user, password)
        .changelog(CONCURRENT, PostgresScratchSchemaTest.class.getClassLoader())
        .open();
  }

  @Test
  void whatRunsInNoTransactionIsComparedToo() throws SQLException {
    try (TckDatabase database = PostgresServer.shared().newDatabase("")) {
      try (Database open = open(database, database.user(), database.password());
          Connection connection = connect(database);
          Statement statement = connection.createStatement()) {
        assertThat(open.migrations().drift().differences()).isEmpty();
        statement.execute("DROP INDEX ix_notes_body");
        assertThat(open.migrations().drift().differences())
            .extracting(Object::toString)
            .containsExactly("index notes.ix_notes_body is missing");
        assertThat(
                query(connection, "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'task%'"))
            .isEqualTo("0");
      }
    }
  }

  @Test
  void nothingRemainsAndTheConnectionIsAsBefore() throws SQLException {
    try (TckDatabase database = PostgresServer.shared().newDatabase("");
        Connection connection = connect(database)) {
      String path = query(connection, "SHOW search_path");
      try (ScratchDatabase scratch = PostgresSchemaInspector.INSTANCE.openScratch(connection)) {
        Connection inside = scratch.connection();
        inside.setAutoCommit(true);
        try (Statement statement = inside.createStatement()) {
          statement.execute("CREATE TABLE t (id integer)");
          statement.execute("CREATE INDEX CONCURRENTLY ix_t ON t (id)");
          statement.execute("VACUUM t");
        }
        inside.commit();
        inside.rollback();
        inside.close();
        assertThat(PostgresSchemaInspector.INSTANCE.inspect(inside)).hasSize(3);
      }
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(query(connection, "SHOW search_path")).isEqualTo(path);
      assertThat(query(connection, "SELECT count(*) FROM pg_class WHERE relname = 't'"))
          .isEqualTo("0");
      assertThat(query(connection, "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'task%'"))
          .isEqualTo("0");
    }
  }

  @Test
  void statementsThatRunInNoTransactionAreRewrittenWhereverTheyAreWritten() {
    assertThat(
            UncommittedConnection.inTransaction("create  unique\nindex concurrently ix ON t (a)"))
        .isEqualTo("create  unique\nindex ix ON t (a)");
    assertThat(
            UncommittedConnection.inTransaction(
                "-- why\n/* where */ DROP INDEX /* so */ CONCURRENTLY IF EXISTS ix"))
        .isEqualTo("-- why\n/* where */ DROP INDEX /* so */ IF EXISTS ix");
    assertThat(UncommittedConnection.inTransaction("REINDEX TABLE CONCURRENTLY t"))
        .isEqualTo("REINDEX TABLE t");
    assertThat(UncommittedConnection.inTransaction(" vacuum (analyze) t")).isEmpty();
    String text = "INSERT INTO t VALUES ('CREATE INDEX CONCURRENTLY')";
    assertThat(UncommittedConnection.inTransaction(text)).isEqualTo(text);
  }

  @Test
  void aMissingRightIsNamedWithTheWayToGiveIt() throws SQLException {
    try (TckDatabase database = PostgresServer.shared().newDatabase("")) {
      open(database, database.user(), database.password()).close();
      try (Connection connection = connect(database);
          Statement statement = connection.createStatement()) {
        String owner = database.user();
        statement.execute(
            "REVOKE CREATE ON DATABASE " + connection.getCatalog() + " FROM " + owner);
        assertThatThrownBy(() -> PostgresSchemaInspector.INSTANCE.openScratch(connection))
            .isInstanceOf(MigrationException.class)
            .hasMessageContaining("GRANT CREATE ON DATABASE " + connection.getCatalog())
            .hasMessageContaining(owner);
        assertThat(connection.getAutoCommit()).isTrue();
      }
    }
  }
}
