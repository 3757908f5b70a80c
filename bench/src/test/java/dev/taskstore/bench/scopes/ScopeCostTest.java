package dev.taskstore.bench.scopes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScopeCostTest {

  @TempDir private Path folder;

  @Test
  @Tag("long")
  void eachCallIsMeasuredInEachWayAndWritten() throws IOException, SQLException {
    List<ScopeFigure> figures =
        ScopeCost.run(
            new ScopeSettings(
                List.of(DatabaseKind.values()), 2, 1, 1, new Dataset(1_000, 10), folder));

    // Four calls, outside and inside of transactions, in two and in three ways, in two rounds.
    assertThat(figures).hasSize(4 * 2 * (2 + 3) * 2);
    assertThat(figures).allSatisfy(figure -> assertThat(figure.nanos()).isPositive());
    assertThat(folder.resolve("PERFORMANCE.md"))
        .content()
        .contains(
            "| workload | transaction | store | scope | ratio |",
            "| workload | transaction | store | scope | ratio | scope with policies | ratio |",
            "| findById | its own | ",
            "| update | part of one | ");
    assertThat(folder.resolve("scopes.json"))
        .content()
        .contains("\"access\": \"scope with policies\", \"round\": 2, ");
  }
}
