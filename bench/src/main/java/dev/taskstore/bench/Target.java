package dev.taskstore.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.TaskStore;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A database and its connection settings. All libraries use the driver and pool settings of
 * TaskStore's dialects.
 *
 * @param kind the kind of database
 * @param url the JDBC URL
 * @param user the database user; SQLite ignores it
 * @param password the password of the user
 * @param connections the maximum size of a pool
 */
public record Target(DatabaseKind kind, String url, String user, String password, int connections) {

  /** The default maximum size of the pools of TaskStore and HikariCP. */
  public static final int DEFAULT_CONNECTIONS = 10;

  private static final int BUSY_TIMEOUT_MILLIS = 10_000;
  private static final int CACHE_SIZE = -16 * 1024;

  /** Creates a target with pools of the default size. */
  public Target(DatabaseKind kind, String url, String user, String password) {
    this(kind, url, user, password, DEFAULT_CONNECTIONS);
  }

  /** Returns the same database with another pool size. */
  public Target withConnections(int newConnections) {
    return new Target(kind, url, user, password, newConnections);
  }

  /** Returns a builder that opens TaskStore on the database. */
  public TaskStore.Builder store() {
    TaskStore.Builder builder = TaskStore.builder().url(url);
    return kind == DatabaseKind.SQLITE ? builder : builder.credentials(user, password);
  }

  /** Opens a pool. */
  public HikariDataSource pool() {
    HikariConfig configuration = new HikariConfig();
    configuration.setMaximumPoolSize(connections);
    configuration.setMinimumIdle(1);
    if (kind == DatabaseKind.SQLITE) {
      configuration.setDataSource(sqlite());
    } else {
      configuration.setJdbcUrl(url);
      configuration.setUsername(user);
      configuration.setPassword(password);
      configuration.addDataSourceProperty("reWriteBatchedInserts", "true");
      configuration.addDataSourceProperty("logServerErrorDetail", "false");
      configuration.addDataSourceProperty("ApplicationName", "taskstore-bench");
    }
    return new HikariDataSource(configuration);
  }

  private SQLiteDataSource sqlite() {
    SQLiteConfig driver = new SQLiteConfig();
    driver.setJournalMode(SQLiteConfig.JournalMode.WAL);
    driver.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    driver.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    driver.setCacheSize(CACHE_SIZE);
    driver.enforceForeignKeys(true);
    SQLiteDataSource dataSource = new SQLiteDataSource(driver);
    dataSource.setUrl(url);
    return dataSource;
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return kind.title();
  }
}
