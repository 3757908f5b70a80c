package dev.taskstore.bench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCostTest {

  @TempDir private Path folder;

  @Test
  @Tag("long")
  void allModesAreMeasuredOnBothDatabasesAndWritten() throws IOException, SQLException {
    List<AuditFigure> figures = AuditCost.run(1, 2, 3, folder);

    assertThat(figures)
        .hasSize(2 * AuditMode.values().length * AuditWork.values().length)
        .allSatisfy(figure -> assertThat(figure.nanos()).isPositive());
    assertThat(folder.resolve("PERFORMANCE.md"))
        .content()
        .contains("| SQLite | insert | ", "| PostgreSQL | load of a task among many | ");
    assertThat(folder.resolve("audit.json")).content().contains("\"trail\": \"on\"");
  }
}
