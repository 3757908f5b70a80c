package dev.taskstore.bench.startup;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens a pool with the settings of the SQLite dialect. */
final class SqlitePool {

  private SqlitePool() {}

  static HikariDataSource open(String url) {
    SQLiteConfig sqlite = new SQLiteConfig();
    sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
    sqlite.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    sqlite.setBusyTimeout(10_000);
    sqlite.setCacheSize(-16 * 1024);
    sqlite.enforceForeignKeys(true);
    SQLiteDataSource dataSource = new SQLiteDataSource(sqlite);
    dataSource.setUrl(url);
    HikariConfig configuration = new HikariConfig();
    configuration.setDataSource(dataSource);
    configuration.setMinimumIdle(1);
    return new HikariDataSource(configuration);
  }
}
