package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueTimeTest {

  /** It is already Monday in Auckland, and still Sunday in UTC. */
  private static final Clock SUNDAY_EVENING =
      Clock.fixed(Instant.parse("2026-11-29T20:00:00Z"), ZoneId.of("Pacific/Auckland"));

  @ParameterizedTest
  @CsvSource({
    "today, 2026-11-30T23:59:59+13:00",
    "Tomorrow, 2026-12-01T23:59:59+13:00",
    "monday, 2026-12-07T23:59:59+13:00",
    "TUE, 2026-12-01T23:59:59+13:00",
    "friday, 2026-12-04T23:59:59+13:00",
    "+3d, 2026-12-03T23:59:59+13:00",
    "+2w, 2026-12-14T23:59:59+13:00",
    "+1m, 2026-12-30T23:59:59+13:00",
    "+1y, 2027-11-30T23:59:59+13:00",
    "2026-12-24, 2026-12-24T23:59:59+13:00",
    "2026-12-24 17:00, 2026-12-24T17:00:00+13:00",
    "2026-12-24T17:00, 2026-12-24T17:00:00+13:00",
    "2026-06-24 17:00:30, 2026-06-24T17:00:30+12:00",
    "tomorrow 9:30, 2026-12-01T09:30:00+13:00",
    "2026-12-24T17:00:00Z, 2026-12-24T17:00:00Z",
    "2026-12-24T17:00:00+01:00, 2026-12-24T16:00:00Z",
  })
  void readsDaysAndTimesInTheZoneOfTheUser(String text, String expected) {
    assertThat(DueTime.parse(text, SUNDAY_EVENING)).isEqualTo(Instant.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2026-02-30",
        "2026-13-01",
        "+3",
        "+3x",
        "tomorrow 25:00",
        "friday 9",
        "2026-12-24 17:00 18:00",
        "heute",
        "17:00",
        "+99999999999d",
        "2026-12-24T17:00:00+99:00"
      })
  void refusesOtherTexts(String text) {
    assertThatThrownBy(() -> DueTime.parse(text, SUNDAY_EVENING))
        .isInstanceOf(DateTimeException.class);
  }

  @Test
  void commandsShowTheTimesOfTheUser(@TempDir Path folder) {
    String url = TestDatabases.sqlite(folder);
    Environment auckland =
        new Environment(ConsoleRun.PIPE.in(), Map.of(), SUNDAY_EVENING, Terminal.NONE);
    String id = ConsoleRun.of(auckland, url, "add", "Call home", "--due", "tomorrow").out().strip();

    assertThat(ConsoleRun.of(auckland, url, "show", id).out())
        .contains("Due:       2026-12-01T23:59:59+13:00");
    assertThat(ConsoleRun.of(auckland, url, "list").out()).contains("  2026-12-01  ");
    assertThat(ConsoleRun.of(url, "list").out()).contains("  2026-12-01 10:59  ");
    assertThat(ConsoleRun.of(url, "show", id, "--json").out())
        .contains("\"due_at\": \"2026-12-01T10:59:59Z\"");
    assertThat(ConsoleRun.of(auckland, url, "export", "-f", "todo.txt").out())
        .contains(" due:2026-12-01 ");
    ConsoleRun bad = ConsoleRun.of(auckland, url, "edit", id, "--due", "soon");
    assertThat(bad.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(bad.err()).contains("'soon' is not a due time: today, tomorrow,");
    assertThat(ConsoleRun.of(auckland, url, "edit", id, "--due", "9999-12-31").exitCode()).isZero();
    assertThat(ConsoleRun.of(auckland, url, "edit", id, "--due", "+99999y").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }
}
