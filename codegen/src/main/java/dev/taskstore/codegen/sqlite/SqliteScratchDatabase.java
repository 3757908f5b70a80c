package dev.taskstore.codegen.sqlite;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.database.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A SQLite database in memory, with foreign keys enforced. For one thread. */
public final class SqliteScratchDatabase implements ScratchDatabase {

  private final Connection connection;

  private SqliteScratchDatabase(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens an empty database.
   *
   * @return the database; the caller closes it
   * @throws GenerationException if SQLite cannot be loaded
   */
  public static SqliteScratchDatabase open() {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    // A data source, because the class loader of a build plugin does not always find the driver.
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite::memory:");
    try {
      return new SqliteScratchDatabase(source.getConnection());
    } catch (SQLException e) {
      throw new GenerationException("SQLite cannot be opened in memory: " + e.getMessage(), e);
    }
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new GenerationException("The SQLite database in memory cannot be closed.", e);
    }
  }
}
