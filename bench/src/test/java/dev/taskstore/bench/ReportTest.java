package dev.taskstore.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Medians MEDIANS =
      new Medians(
          List.of(
              measurement("TaskStore", 0, 30_000),
              measurement("TaskStore", 1, 20_000),
              measurement("TaskStore", 2, 900_000),
              measurement("JDBC held", 0, 10_000),
              measurement("JDBC held", 1, 5_000),
              measurement("JDBC held", 2, 450_000),
              measurement("JDBC pooled", 0, 15_000),
              measurement("jOOQ DSL", 0, 40_000)));

  private static Measurement measurement(String library, int round, double nanos) {
    return new Measurement(
        DatabaseKind.SQLITE, Workload.FIND_BY_ID, library, round, nanos, nanos / 2, nanos / 10);
  }

  @Test
  void ratiosAreTakenRoundByRound() {
    assertThat(new Tables(MEDIANS).markdown(Map.of()))
        .contains(
            "| findById | one task by primary key | 30.0 µs | 3.00 | 2.00 | 0.75 (jOOQ DSL) |")
        .contains("| findById | 30.0 µs | 10.0 µs | 15.0 µs | 40.0 µs |")
        .contains("| findById | 3.00 kB | 1.00 kB | 1.50 kB | 4.00 kB |");
  }

  @Test
  void theChartHasABarForEachOfTheThree() {
    assertThat(new Chart(MEDIANS).svg()).contains(">3.00<", ">1.50<", ">4.00 jOOQ DSL<");
  }
}
