package dev.taskstore.testdata;

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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Schema;
import org.jooq.impl.DSL;

/** Empty databases for tests, and digests of their rows. */
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

  private Databases() {}

  /** Returns the URL of a new SQLite database. */
  public static String sqlite(Path folder) {
    return "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db");
  }

  /** Returns the URL of a new PostgreSQL database. */
  public static String postgres() {
    String name = "testdata_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(Postgres.URL);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Postgres.URL.replaceFirst("(://[^/]+/)[^?]*", "$1" + name);
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
