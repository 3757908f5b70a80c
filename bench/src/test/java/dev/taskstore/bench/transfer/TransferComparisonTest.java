package dev.taskstore.bench.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.PostgresServer;
import dev.taskstore.bench.ReportFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class TransferComparisonTest {

  @TempDir private Path folder;

  @Test
  void everyProgramCopiesAllRowsInBothDirections() throws Exception {
    Path databases = Files.createDirectory(folder.resolve("databases"));
    try (PostgresServer server = PostgresServer.start()) {
      new TransferComparison(new Dataset(400, 20), 1, databases, server)
          .run()
          .write(new ReportFolder(folder));
    }

    assertThat(folder.resolve("PERFORMANCE.md"))
        .content()
        .containsPattern("### SQLite to PostgreSQL\\n\\n\\| program")
        .containsPattern("### PostgreSQL to SQLite\\n\\n\\| program")
        .containsPattern("\\| TaskStore \\| \\S+ \\S+ \\| 1\\.00 \\| .* \\| equal \\|")
        .containsPattern("\\| loop in plain JDBC \\| .* \\| equal \\|")
        .doesNotContain("differs");
    assertThat(folder.resolve("transfer.json")).content().contains("\"way\": \"TaskStore\"");
  }
}
