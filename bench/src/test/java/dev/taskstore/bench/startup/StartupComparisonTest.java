package dev.taskstore.bench.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class StartupComparisonTest {

  /** The comparison fails if a program prints another row or none. */
  @Test
  void everyProgramReadsTheSameRow() throws IOException, InterruptedException {
    assertThat(StartupComparison.run(1))
        .containsOnlyKeys("JDBC", "jOOQ", "TaskStore", "TaskStore without schema check")
        .allSatisfy(
            (program, starts) -> {
              assertThat(starts).hasSize(1);
              assertThat(starts.get(0).nanos()).isPositive();
              assertThat(starts.get(0).footprint().heapBytes()).isPositive();
              assertThat(starts.get(0).footprint().loadedClasses()).isPositive();
            });
  }
}
