package dev.taskstore.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.TaskStore;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A database, and how everybody connects to it: with the settings of the driver and the pool that
 * TaskStore's dialects give theirs.
 *
 * @param kind which database
 * @param url its JDBC URL
 * @param user who connects; not looked at by SQLite
 * @param password the user's password
 * @param connections how many connections a pool has at most
 */
public record Target(DatabaseKind kind, String url, String user, String password, int connections) {

  /** What TaskStore's pools have at most, and HikariCP's, when nobody says otherwise. */
  public static final int DEFAULT_CONNECTIONS = 10;

  private static final int BUSY_TIMEOUT_MILLIS = 10_000;
  private static final int CACHE_SIZE = -16 * 1024;

  /** A database with pools of the default size. */
  public Target(DatabaseKind kind, String url, String user, String password) {
    this(kind, url, user, password, DEFAULT_CONNECTIONS);
  }

  /** The same database with pools of another size. */
  public Target withConnections(int newConnections) {
    return new Target(kind, url, user, password, newConnections);
  }

  /** A builder that opens TaskStore on it. */
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
