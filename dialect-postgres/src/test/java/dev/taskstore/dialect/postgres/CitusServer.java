package dev.taskstore.dialect.postgres;

import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The coordinator of Citus that {@code -Dtaskstore.tck.url} names, with {@code taskstore.tck.user},
 * a superuser, and {@code taskstore.tck.password}. Each database of a test has the workers of the
 * named database, or the coordinator alone if that has none.
 *
 * @param url the URL of a database with the extension Citus
 * @param user a superuser of all servers
 * @param password the user's password
 */
public record CitusServer(String url, String user, String password) {

  /** Fewer shards than the default, which is 32: each is a table with indexes. */
  private static final int SHARDS = 4;

  /** A server of Citus. */
  private record Node(String host, int port) {

    String url(String database) {
      return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }
  }

  /**
   * Returns the server of the properties.
   *
   * @return the server
   * @throws IllegalStateException if no URL is given
   */
  public static CitusServer given() {
    String url = System.getProperty("taskstore.tck.url", "");
    if (url.isEmpty()) {
      throw new IllegalStateException(
          "The contract on Citus requires the URL of a coordinator. Set -Dtaskstore.tck.url,"
              + " -Dtaskstore.tck.user and -Dtaskstore.tck.password");
    }
    return new CitusServer(
        url,
        System.getProperty("taskstore.tck.user", ""),
        System.getProperty("taskstore.tck.password", ""));
  }

  /**
   * Creates an empty database on the coordinator and on all workers.
   *
   * @return the database, removed when it is closed
   * @throws SQLException when a server refuses
   */
  public TckDatabase newDatabase() throws SQLException {
    String name = "tck_" + UUID.randomUUID().toString().replace("-", "");
    List<Node> workers = workers();
    String created = urlOf(name);
    execute(url, "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
    for (Node worker : workers) {
      execute(worker.url("postgres"), "CREATE DATABASE " + name + " TEMPLATE template0");
      execute(worker.url(name), "CREATE EXTENSION citus");
    }
    execute(created, "CREATE EXTENSION citus");
    for (Node worker : workers) {
      execute(created, "SELECT citus_add_node('" + worker.host + "', " + worker.port + ")");
    }
    execute(
        created, "ALTER DATABASE " + name + " SET citus.multi_shard_modify_mode = 'sequential'");
    execute(created, "ALTER DATABASE " + name + " SET citus.shard_count = " + SHARDS);
    return new TckDatabase(created, user, password, () -> drop(name, workers));
  }

  private String urlOf(String database) {
    return url.substring(0, url.lastIndexOf('/') + 1) + database;
  }

  private List<Node> workers() throws SQLException {
    List<Node> workers = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT node_name, node_port FROM citus_get_active_worker_nodes()")) {
      while (row.next()) {
        workers.add(new Node(row.getString(1), row.getInt(2)));
      }
    }
    return workers;
  }

  /** With FORCE: the coordinator and the workers keep connections to each other. */
  private void drop(String name, List<Node> workers) {
    String drop = "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)";
    try {
      execute(url, drop);
      for (Node worker : workers) {
        execute(worker.url("postgres"), drop);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database " + name + " cannot be dropped", e);
    }
  }

  private void execute(String target, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(target, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
