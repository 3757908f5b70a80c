package dev.taskstore.codegen.postgres;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.SchemaOptions.PostgresServer;
import dev.taskstore.codegen.database.ScratchDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty schema of a PostgreSQL server. No other schema is on the search path of its connection,
 * so that a changelog cannot change the tables of another one by accident. For one thread.
 */
public final class PostgresScratchDatabase implements ScratchDatabase {

  private static final String SOME_TABLES =
      """
      SELECT string_agg(quote_ident(relname), ', ') FROM (
        SELECT relname FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') LIMIT 100) t
      """;

  private final Connection connection;
  private final String schema;

  private PostgresScratchDatabase(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /**
   * Creates an empty schema, and starts a server if none is configured.
   *
   * @param configured the configured server
   * @return the schema; the caller closes it
   * @throws GenerationException if there is no server, or if it cannot be used
   */
  public static PostgresScratchDatabase open(PostgresServer configured) {
    PostgresServer server = PostgresServers.find(configured);
    String schema = "taskstore_" + UUID.randomUUID().toString().replace("-", "");
    try {
      Connection connection = connect(server);
      try {
        PostgresScratchDatabase scratch = new PostgresScratchDatabase(connection, schema);
        scratch.create();
        return scratch;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new GenerationException(
          "The generator cannot create a schema on the PostgreSQL server: "
              + e.getMessage()
              + ". Check taskstore.generator.postgres.url, .user and .password; the user must have"
              + " the privilege CREATE on the database.",
          e);
    }
  }

  private static Connection connect(PostgresServer server) throws SQLException {
    // A data source, because the class loader of a build plugin does not always find the driver.
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(server.url());
    } catch (IllegalArgumentException e) {
      throw new SQLException(
          "the URL is not one of PostgreSQL, jdbc:postgresql://host/database", e);
    }
    if (!server.user().isEmpty()) {
      source.setUser(server.user());
    }
    if (!server.password().isEmpty()) {
      source.setPassword(server.password());
    }
    return source.getConnection();
  }

  private void create() throws SQLException {
    execute("CREATE SCHEMA " + schema);
    execute("SET search_path TO " + schema);
    execute("SET TimeZone TO 'UTC'");
    execute("SET DateStyle TO 'ISO, YMD'");
    execute("SET synchronous_commit TO off");
    execute("SET client_min_messages TO warning");
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try (connection) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      execute("SET search_path TO " + schema);
      dropTables();
      execute("DROP SCHEMA " + schema + " CASCADE");
    } catch (SQLException e) {
      throw new GenerationException(
          "The schema "
              + schema
              + " of the PostgreSQL server cannot be dropped: "
              + e.getMessage()
              + ". Drop it by hand.",
          e);
    }
  }

  /** In parts: a server has a limited number of locks for one transaction. */
  private void dropTables() throws SQLException {
    for (String tables = someTables(); !tables.isEmpty(); tables = someTables()) {
      execute("DROP TABLE " + tables + " CASCADE");
    }
  }

  private String someTables() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet tables = statement.executeQuery(SOME_TABLES)) {
      String names = tables.next() ? tables.getString(1) : null;
      return names == null ? "" : names;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
