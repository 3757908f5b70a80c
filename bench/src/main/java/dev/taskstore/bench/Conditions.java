package dev.taskstore.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The conditions of the measurements, for the report. */
public final class Conditions {

  private Conditions() {}

  /** Returns a modifiable map with the date, the machine and the virtual machine. */
  public static Map<String, String> here() {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put("Date", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
    conditions.put("Machine", Machine.describe());
    conditions.put("Java", Machine.java());
    return conditions;
  }

  /** Returns the number of rows as text. */
  public static String rows(Dataset data) {
    return data.tasks() + " tasks of " + data.users() + " users";
  }

  /** Returns the duration of the measurements as text. */
  public static String rounds(int rounds, long millis, long warmupMillis) {
    return rounds + " of " + millis + " ms after " + warmupMillis + " ms of warm-up";
  }
}
