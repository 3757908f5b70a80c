package dev.taskstore.dialect.postgres;

import dev.taskstore.db.Database;
import dev.taskstore.db.security.RolePrivileges;
import dev.taskstore.dialect.tck.TckDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Schema;

/**
 * A server of the embedded binaries with an owner and an application role. Nobody else may connect
 * to its databases or use their schemas.
 */
public final class PostgresRoleServer {

  /** The superuser. */
  public static final String SUPERUSER = "postgres";

  /** The role that migrates. */
  public static final String OWNER = "tasks_owner";

  /** The role of the application. */
  public static final String APPLICATION = "tasks_application";

  private static final class Shared {
    static final EmbeddedPostgres SERVER = start();
  }

  private PostgresRoleServer() {}

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server = PostgresServer.embedded();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE ROLE " + OWNER + " LOGIN");
        statement.execute("CREATE ROLE " + APPLICATION + " LOGIN");
      }
      return server;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("No PostgreSQL for the tests", e);
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String url(String database) {
    return Shared.SERVER.getJdbcUrl(SUPERUSER, database).replaceFirst("[?].*", "");
  }

  /** Creates a database without tables, which nobody but the superuser may use. */
  public static TckDatabase newDatabase() throws SQLException {
    TckDatabase database = create("TEMPLATE template0 ENCODING 'UTF8'");
    run(database, SUPERUSER, List.of("REVOKE ALL ON SCHEMA public FROM PUBLIC"));
    return database;
  }

  /** Creates a database with the tables and the privileges of another one. */
  public static TckDatabase copyOf(TckDatabase original) throws SQLException {
    TckDatabase copy = create("TEMPLATE " + name(original));
    run(
        copy,
        SUPERUSER,
        List.of("GRANT CONNECT ON DATABASE " + name(copy) + " TO " + OWNER + ", " + APPLICATION));
    return copy;
  }

  private static TckDatabase create(String options) throws SQLException {
    String name = "roles_" + UUID.randomUUID().toString().replace("-", "");
    TckDatabase server = new TckDatabase(url("postgres"), SUPERUSER, "", () -> {});
    run(
        server,
        SUPERUSER,
        List.of(
            "CREATE DATABASE " + name + " " + options,
            "REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC"));
    return new TckDatabase(url(name), SUPERUSER, "", () -> drop(server, name));
  }

  private static void drop(TckDatabase server, String name) {
    try {
      run(server, SUPERUSER, List.of("DROP DATABASE " + name));
    } catch (SQLException e) {
      throw new IllegalStateException("The database " + name + " cannot be dropped", e);
    }
  }

  private static String name(TckDatabase database) {
    return database.url().substring(database.url().lastIndexOf('/') + 1);
  }

  /** Returns a database by its name, as the superuser connects to it; closing it has no effect. */
  static TckDatabase direct(String database) {
    return new TckDatabase(url(database), SUPERUSER, "", () -> {});
  }

  /** Returns the database as a role connects to it; closing it has no effect. */
  public static TckDatabase as(String role, TckDatabase database) {
    return new TckDatabase(database.url(), role, "", () -> {});
  }

  /** Returns the statements for the two roles. */
  public static RolePrivileges privileges(TckDatabase database, Schema schema) {
    try (Database open = Database.builder().url(database.url()).credentials(SUPERUSER, "").open()) {
      return open.rolePrivileges(schema, OWNER, APPLICATION);
    }
  }

  /** Migrates a database as the owner, after and before the statements of the privileges. */
  public static void migrate(TckDatabase database, Schema schema, Consumer<TckDatabase> asOwner)
      throws SQLException {
    RolePrivileges privileges = privileges(database, schema);
    run(database, SUPERUSER, privileges.beforeMigration());
    asOwner.accept(as(OWNER, database));
    run(database, OWNER, privileges.afterMigration());
  }

  /** Runs statements as a role. */
  public static void run(TckDatabase database, String role, List<String> statements)
      throws SQLException {
    try (Connection connection = connect(database, role);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Connects a role to a database. */
  public static Connection connect(TckDatabase database, String role) throws SQLException {
    return DriverManager.getConnection(database.url(), role, "");
  }
}
