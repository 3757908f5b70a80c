package dev.taskstore.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.41, 0.56, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 1, 1.01})
  void noLabelOfTheChartTouchesTheLineAtOne(double ratio) {
    String svg =
        new Chart(
                new Medians(
                    List.of(
                        measurement("TaskStore", 0, ratio * 10_000),
                        measurement("JDBC held", 0, 10_000),
                        measurement("jOOQ DSL", 0, ratio * 10_000))))
            .svg();

    int line = Integer.parseInt(find("<line class=\"axis\" x1=\"(\\d+)\"", svg).get(0).group(1));
    List<MatchResult> labels = find("<text x=\"(\\d+)\" y=\"\\d+\" font-size=\"7\">([^<]+)<", svg);
    assertThat(labels).hasSize(2);
    assertThat(labels)
        .allSatisfy(
            label -> {
              int left = Integer.parseInt(label.group(1));
              // A digit is 0.64 em wide in the widest of the common sans-serif fonts.
              double right = left + label.group(2).length() * 7 * 0.64;
              assertThat(left > line || right < line).isTrue();
            });
  }

  private static List<MatchResult> find(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }
}
