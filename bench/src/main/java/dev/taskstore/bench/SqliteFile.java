package dev.taskstore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A SQLite database file. */
public record SqliteFile(Path path) {

  private String url() {
    return "jdbc:sqlite:" + path;
  }

  /** Returns how to connect to the file. */
  public Target target() {
    return new Target(DatabaseKind.SQLITE, url(), "", "");
  }

  /** Checkpoints the WAL into the file, so that the file can be copied or moved. */
  public void checkpoint() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  /** Returns the version and the settings that affect performance, for the report. */
  public static String version() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT sqlite_version()")) {
      return "SQLite "
          + row.getString(1)
          + ", "
          + connection.getMetaData().getDriverVersion()
          + " (WAL, synchronous NORMAL, cache 16 MiB)";
    }
  }

  /** Deletes a folder and its contents. */
  public static void deleteAll(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
