package dev.taskstore.bench.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.bench.BenchProperties;
import dev.taskstore.dialect.postgres.PostgresCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the benchmark on a primary and a standby of embedded binaries. {@code -Dbench.rounds},
 * {@code bench.operations} and {@code bench.replicas.output} make it a measurement.
 */
class ReplicaCostTest {

  @TempDir private Path folder;

  private static String url(PostgresCluster cluster, int server) {
    return cluster.url(server)
        + "?user="
        + PostgresCluster.USER
        + "&password="
        + PostgresCluster.PASSWORD.replace(" ", "%20");
  }

  @Test
  void eachWayOfReadingIsMeasuredAndWritten() throws IOException {
    Path output = Path.of(BenchProperties.text("bench.replicas.output", folder.toString()));
    int rounds = BenchProperties.number("bench.rounds", 1);
    List<ReplicaCost.Figure> figures;
    try (PostgresCluster cluster = PostgresCluster.start(1)) {
      figures =
          ReplicaCost.run(
              url(cluster, 0),
              url(cluster, 1),
              rounds,
              BenchProperties.number("bench.operations", 250),
              output);
    }

    assertThat(figures)
        .hasSize(rounds * ReplicaCost.Way.values().length)
        .allSatisfy(figure -> assertThat(figure.nanos()).isPositive());
    assertThat(output.resolve("PERFORMANCE.md"))
        .content()
        .contains("| replica, without a check | ", "| replica, first read after a token | ");
    assertThat(output.resolve("replicas.json")).content().contains("nanosPerCall");
  }
}
