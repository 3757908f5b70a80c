package dev.taskstore.testdata.junit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Databases of a PostgreSQL server, copied with {@code CREATE DATABASE ... TEMPLATE}. Their names
 * contain the number of the run, for which the run holds an advisory lock. Databases whose run
 * holds none belong to a run that was killed, and are removed. Advisory locks belong to a database,
 * so that only runs with the same database in their URL see each other; its number is in the names
 * too.
 */
final class PostgresHost implements DatabaseHost {

  private static final String PREFIX = "taskstore_test_";
  private static final int LOCK_CLASS = 0x7a5c_57e5;
  private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/]*/)[^?]*(.*)");
  private static final int HEXADECIMAL = 16;
  private static final long REMOVAL_SECONDS = 60;

  private final PostgresServer server;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final Connection lock;
  private final String prefix;
  private final AtomicLong number = new AtomicLong();
  private volatile boolean clones = true;
  private final ExecutorService removals =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "taskstore-test-removal");
            thread.setDaemon(true);
            return thread;
          });

  PostgresHost(PostgresServer server) {
    this.server = server;
    if (!URL.matcher(server.url()).matches()) {
      throw new IllegalStateException(
          "The URL of the PostgreSQL server for tests must have the form"
              + " jdbc:postgresql://host/database.");
    }
    try {
      lock = connect();
      int run = lockRun();
      String runs = PREFIX + databaseNumber() + "_";
      prefix = runs + Integer.toHexString(run) + "_";
      removeLeftovers(runs);
    } catch (SQLException e) {
      throw failure("The PostgreSQL server for tests cannot be used", e);
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    if (server.user() != null) {
      properties.setProperty("user", server.user());
    }
    if (server.password() != null) {
      properties.setProperty("password", server.password());
    }
    return DriverManager.getConnection(server.url(), properties);
  }

  /**
   * Lets the file system clone the files of a database, which takes a fraction of the time of a
   * copy. PostgreSQL 17 and older cannot.
   */
  private void setCloning(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET file_copy_method = clone");
    } catch (SQLException e) {
      clones = false;
    }
  }

  /** Locks a number that no other run holds. */
  private int lockRun() throws SQLException {
    Random random = new Random();
    int run = random.nextInt();
    while (!tryLock(run)) {
      run = random.nextInt();
    }
    return run;
  }

  private boolean tryLock(int run) throws SQLException {
    return "t"
        .equals(query(lock, "SELECT pg_try_advisory_lock(" + LOCK_CLASS + ", " + run + ")").get(0));
  }

  private String databaseNumber() throws SQLException {
    return query(lock, "SELECT oid FROM pg_database WHERE datname = current_database()").get(0);
  }

  private void removeLeftovers(String runs) throws SQLException {
    for (String name :
        query(lock, "SELECT datname FROM pg_database WHERE starts_with(datname, '" + runs + "')")) {
      Matcher matcher = Pattern.compile(runs + "([0-9a-f]{1,8})_[0-9]+").matcher(name);
      if (matcher.matches()) {
        int run = Integer.parseUnsignedInt(matcher.group(1), HEXADECIMAL);
        if (tryLock(run)) {
          drop(name);
          query(lock, "SELECT pg_advisory_unlock(" + LOCK_CLASS + ", " + run + ")");
        }
      }
    }
  }

  private static List<String> query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet resultSet = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (resultSet.next()) {
        values.add(resultSet.getString(1));
      }
      return values;
    }
  }

  @Override
  public Location create() {
    return create("TEMPLATE template0 ENCODING 'UTF8'");
  }

  @Override
  public Location copyOf(Location template) {
    String options = "TEMPLATE " + template.name();
    if (clones) {
      try {
        return create(options + " STRATEGY FILE_COPY");
      } catch (IllegalStateException e) {
        clones = false; // The file system of the server cannot.
      }
    }
    return create(options);
  }

  private Location create(String options) {
    String name = prefix + number.incrementAndGet();
    try {
      execute("CREATE DATABASE " + name + " " + options);
    } catch (SQLException e) {
      throw failure("No database for a test could be created", e);
    }
    String url = URL.matcher(server.url()).replaceFirst("$1" + name + "$2");
    return new Location(name, url, server.user(), server.password());
  }

  /** In the background: the server waits for sessions that end, and the next test need not. */
  @Override
  public void remove(Location database) {
    removals.execute(() -> drop(database.name()));
  }

  /** What cannot be removed now is removed by the next run. */
  private void drop(String name) {
    try {
      execute("DROP DATABASE IF EXISTS " + name);
    } catch (SQLException e) {
      try {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      } catch (SQLException again) {
        again.addSuppressed(e);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    Connection connection = idle.pollFirst();
    if (connection == null) {
      connection = connect();
      setCloning(connection);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      try (Connection broken = connection) {
        throw e;
      }
    }
    idle.addFirst(connection);
  }

  @Override
  public void close() {
    removals.shutdown();
    try {
      if (!removals.awaitTermination(REMOVAL_SECONDS, TimeUnit.SECONDS)) {
        removals.shutdownNow();
      }
      for (String name :
          query(
              lock,
              "SELECT datname FROM pg_database WHERE starts_with(datname, '" + prefix + "')")) {
        drop(name);
      }
      for (Connection connection : idle) {
        connection.close();
      }
      lock.close();
      if (server.process() != null) {
        server.process().close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw failure("The databases of the tests could not be removed", e);
    } catch (Exception e) {
      throw new IllegalStateException("The embedded PostgreSQL server did not stop", e);
    }
  }

  /** The message of the driver may contain the URL with a password; the cause is kept. */
  private static IllegalStateException failure(String message, SQLException e) {
    return new IllegalStateException(
        message
            + ", SQL state "
            + e.getSQLState()
            + ". Check taskstore.test.postgresql.url and the"
            + " right to create databases.",
        e);
  }
}
