package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database file, accessed without the library.
 *
 * @param path the path
 */
record SqliteFile(Path path) {

  String url() {
    return "jdbc:sqlite:" + path;
  }

  void checkIntegrity() throws SQLException {
    assertThat(query("PRAGMA integrity_check")).containsExactly("ok");
    assertThat(query("PRAGMA foreign_key_check")).isEmpty();
  }

  /** Returns the first column of each row. */
  List<String> query(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        values.add(row.getString(1));
      }
    }
    return values;
  }
}
