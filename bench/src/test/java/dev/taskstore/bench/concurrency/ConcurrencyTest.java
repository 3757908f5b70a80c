package dev.taskstore.bench.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {

  @TempDir private Path folder;

  @Test
  void everyTrialIsMeasuredAndWritten() throws IOException, SQLException, InterruptedException {
    ConcurrencySettings settings =
        new ConcurrencySettings(
            List.of(DatabaseKind.SQLITE),
            List.of(1, 4),
            List.of(0, 2),
            List.of(2, 3),
            1,
            1,
            5,
            30,
            new Dataset(2_000, 20),
            folder);
    Plan plan = new Plan(settings);
    List<Figure> figures = Concurrency.run(settings);
    assertThat(figures).allSatisfy(figure -> assertThat(figure.failures()).isZero());
    assertThat(figures)
        .extracting(Figure::trial)
        .containsAll(plan.inTurns(DatabaseKind.SQLITE))
        .contains(plan.pool(DatabaseKind.SQLITE, 3, Work.INSERT));
    assertThat(folder.resolve("PERFORMANCE.md"))
        .content()
        .contains("### Threads on SQLite", "| 4 | ", "`maximumPoolSize`", "No call failed.");
    assertThat(folder.resolve("concurrency.json")).content().contains("\"part\": \"pools\"");
  }
}
