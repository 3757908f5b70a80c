package dev.taskstore.bench.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationCostTest {

  @TempDir private Path folder;

  @Test
  void allObserversAreMeasuredOnBothDatabasesAndWritten() throws IOException, SQLException {
    List<ObservationCost.Figure> figures = ObservationCost.run(1, 2, folder);

    assertThat(figures)
        .hasSize(2 * ObservationCost.Mode.values().length)
        .allSatisfy(figure -> assertThat(figure.nanos()).isPositive());
    assertThat(folder.resolve("PERFORMANCE.md"))
        .content()
        .contains("| SQLite | no observer | ", "| PostgreSQL | timers of Micrometer | ");
    assertThat(folder.resolve("observation.json")).content().contains("nanosPerCall");
  }
}
