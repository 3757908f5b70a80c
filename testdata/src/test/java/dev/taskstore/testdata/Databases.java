package dev.taskstore.testdata;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.transfer.rows.RowCodec;
import dev.taskstore.transfer.rows.RowDigest;
import dev.taskstore.transfer.rows.TableReader;
import dev.taskstore.transfer.rows.TableShape;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Schema;
import org.jooq.impl.DSL;

/** Databases without rows for tests, and digests of their rows. */
public final class Databases {

  /**
   * The server of {@code -Dtaskstore.tck.url}, {@code .user} and {@code .password}, or else an
   * embedded server that starts once.
   */
  private static final class Postgres {
    static final String URL = url();

    private static String url() {
      String given = System.getProperty("taskstore.tck.url", "");
      if (given.isEmpty()) {
        return embedded();
      }
      return given
          + (given.contains("?") ? "&" : "?")
          + "user="
          + System.getProperty("taskstore.tck.user", "")
          + "&password="
          + System.getProperty("taskstore.tck.password", "");
    }

    private static String embedded() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        return server.getJdbcUrl("postgres", "postgres");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void close(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final String SQLITE = "jdbc:sqlite:";

  /** The URLs of migrated databases, by dialect and changelog. */
  private static final Map<String, String> MIGRATED = new HashMap<>();

  private Databases() {}

  /** Returns the URL of a new SQLite database with the schema of users, tasks and tags. */
  public static String sqlite(Path folder) {
    return sqlite(folder, TaskStore.CHANGELOG);
  }

  /** Returns the URL of a new SQLite database with a schema. */
  public static String sqlite(Path folder, String changelog) {
    try {
      Path original = Path.of(migrated("sqlite", changelog).substring(SQLITE.length()));
      Path copy = Files.copy(original, folder.resolve(UUID.randomUUID() + ".db"));
      return SQLITE + copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the URL of a new PostgreSQL database with the schema of users, tasks and tags. */
  public static String postgres() {
    return postgres(TaskStore.CHANGELOG);
  }

  /** Returns the URL of a new PostgreSQL database with a schema. */
  public static String postgres(String changelog) {
    return newPostgres(" TEMPLATE " + name(migrated("postgres", changelog)));
  }

  /** Migrates a database once; the tests fill copies of it. */
  private static synchronized String migrated(String dialect, String changelog) {
    return MIGRATED.computeIfAbsent(
        dialect + " " + changelog,
        key -> {
          String url = dialect.equals("sqlite") ? newSqlite() : newPostgres("");
          Database.open(url, changelog).close();
          return url;
        });
  }

  private static String newSqlite() {
    try {
      Path folder = Files.createTempDirectory("taskstore-testdata");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve("original.db");
      file.toFile().deleteOnExit();
      return SQLITE + file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String newPostgres(String options) {
    String name = "testdata_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(Postgres.URL);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + options);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Postgres.URL.replaceFirst("(://[^/]+/)[^?]*", "$1" + name);
  }

  private static String name(String url) {
    return url.replaceFirst(".*://[^/]+/([^?]*).*", "$1");
  }

  /** Returns the URL of the server. */
  public static String server() {
    return Postgres.URL;
  }

  /** Returns the SHA-256 of the rows of each table, in key order and canonical form. */
  public static Map<String, String> digests(Database database, Schema schema) {
    Map<String, String> digests = new LinkedHashMap<>();
    database.transaction(
        TransactionOptions.defaults().readOnly(),
        transaction -> {
          for (TableShape table : TableShape.of(schema)) {
            if (table.name().equals(AuditTrail.TABLE)) {
              continue; // Triggers write its rows.
            }
            RowDigest digest = new RowDigest(new RowCodec(table));
            transaction
                .dsl()
                .connection(
                    connection -> {
                      try (TableReader reader =
                          TableReader.open(
                              connection,
                              transaction.dsl(),
                              database.dialect(),
                              table,
                              DSL.noCondition())) {
                        for (Object[] row = reader.next(); row != null; row = reader.next()) {
                          digest.add(row);
                        }
                      }
                    });
            digests.put(table.name(), digest.rows() + " " + digest.hex());
          }
        });
    return digests;
  }
}
