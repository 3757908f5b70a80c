package dev.taskstore.spring.boot;

import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/** The databases of the tests. */
enum TestDatabases {
  SQLITE {
    @Override
    TckDatabase create() throws IOException {
      Path folder = Files.createTempDirectory("taskstore-spring");
      return TckDatabase.of("jdbc:sqlite:" + folder.resolve("tasks.db"), () -> delete(folder));
    }
  },
  POSTGRESQL {
    @Override
    TckDatabase create() throws SQLException {
      return PostgresServer.shared().newDatabase("");
    }
  };

  /** Creates an empty database, which is removed when it is closed. */
  abstract TckDatabase create() throws IOException, SQLException;

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException("The folder cannot be deleted", e);
    }
  }
}
